import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ChatFormat } from "./chat-format.ts";
import { MAX_LINE_LENGTH } from "./characters.ts";
import { fingerprintInput, type ChatMessage } from "./entry.ts";
import { onlyMessage, readText } from "./testing/read-text.ts";

const ANDROID: ChatFormat = {
  platform: "android",
  separator: "/",
  dateOrder: "day-month-year",
  namesWithColon: [],
};

describe("the head of a message", () => {
  const evening = { year: 2024, month: 3, day: 25, hour: 21, minute: 4 };
  head("iPhone, German", "[25.03.24, 21:04:05] Ana: hi", 5);
  head("iPhone, Russian", "[25.03.2024, 21:04:05] Ana: hi", 5);
  head("iPhone, American with a narrow space", "[3/25/24, 9:04:05\u202fPM] Ana: hi", 5);
  head("iPhone, British", "[25/03/2024, 21:04:05] Ana: hi", 5);
  head("iPhone, Spanish halves", "[25/3/24, 9:04:05\u202fp.\u00a0m.] Ana: hi", 5);
  head("iPhone with marks around", "\u200e[\u200e25.03.24, 21:04:05] \u200eAna: hi", 5);
  head("Android, American", "3/25/24, 9:04\u202fPM - Ana: hi");
  head("Android, American on a 24-hour clock", "3/25/24, 21:04 - Ana: hi");
  head("Android, British", "25/03/2024, 21:04 - Ana: hi");
  head("Android, Indian", "25/03/24, 9:04\u202fpm - Ana: hi");
  head("Android, Irish", "25/03/2024, 9:04 p.m. - Ana: hi");
  head("Android, German", "25.03.24, 21:04 - Ana: hi");
  head("Android, older German", "25.03.24, 21:04 Uhr - Ana: hi");
  head("Android, Russian", "25.03.2024, 21:04 - Ana: hi");
  head("Android, Russian halves", "25.03.2024, 9:04 ПП - Ana: hi");
  head("Android, Russian day period", "25.03.2024, 9:04 вечера - Ana: hi");
  head("Android, Brazilian without comma", "25/03/2024 21:04 - Ana: hi");
  head("Android, Portuguese day period", "25/03/2024, 9:04 da noite - Ana: hi");
  head("Android, Spanish", "25/3/24, 21:04 - Ana: hi");
  head("Android, Spanish halves", "25/3/24, 9:04 p. m. - Ana: hi");
  head("Android, Spanish day period", "25/3/24, 9:04 de la noche - Ana: hi");
  head("Android, ISO date", "2024-03-25, 21:04 - Ana: hi");
  head("Android, stop in the time", "25.03.24 21.04 - Ana: hi");
  head("Android, byte order mark", "\ufeff25.03.24, 21:04 - Ana: hi");

  function head(name: string, line: string, second: number | null = null) {
    it(`is read: ${name}`, () => {
      const message = onlyMessage(line);
      assert.deepEqual(message.at, { ...evening, second });
      assert.equal(message.sender.name, "Ana");
      assert.equal(message.text, "hi");
    });
  }

  hour("12:00 AM", 0);
  hour("12:00 PM", 12);
  hour("1:00 a. m.", 1);
  hour("12:00 ночи", 0);
  hour("2:00 ночи", 2);
  hour("11:00 da noite", 23);
  hour("1:00 дня", 13);
  hour("21:00 PM", 21);

  function hour(written: string, expected: number) {
    it(`reads ${written} as hour ${expected}`, () => {
      assert.equal(onlyMessage(`25/03/2024, ${written} - Ana: hi`).at.hour, expected);
    });
  }
});

describe("the text of a message", () => {
  it("goes on until the next message begins", () => {
    const { entries, unread } = readText(
      "12/03/2024, 21:04 - Ana: one\ntwo: three\n\nfour\n12/03/2024, 21:05 - Bo: five\n\n",
      ANDROID,
    );
    assert.deepEqual(
      entries.map((entry) => [entry.text, entry.lines]),
      [
        ["one\ntwo: three\n\nfour", { from: 1, to: 4 }],
        ["five", { from: 5, to: 6 }],
      ],
    );
    assert.deepEqual(unread, []);
  });

  it("keeps a part of another export that somebody pasted", () => {
    const pasted = "look:\n[12.03.24, 21:04:05] Bo: secret\n2024-03-12, 10:00 - Bo: x";
    assert.equal(onlyMessage(`12/03/2024, 21:04 - Ana: ${pasted}`, ANDROID).text, pasted);
  });

  it("keeps right-to-left text, its marks and emoji as they were written", () => {
    const text = "שלום \u200fעולם! 👩‍👩‍👧 \u2067مرحبا\u2069";
    assert.equal(onlyMessage(`12/03/2024, 21:04 - דנה: ${text}`, ANDROID).text, text);
  });

  it("loses the carriage return of every line", () => {
    const { entries } = readText("12/03/2024, 21:04 - Ana: one\r\ntwo\r\n", ANDROID);
    assert.equal(entries[0]?.text, "one\ntwo");
  });

  it("shows where a NUL or half a character was", () => {
    assert.equal(onlyMessage("12/03/2024, 21:04 - Ana: a\u0000b\ud83d", ANDROID).text, "a�b�");
  });

  it("may be as long as WhatsApp allows", () => {
    const text = "x".repeat(65_536);
    assert.equal(onlyMessage(`12/03/2024, 21:04 - Ana: ${text}`, ANDROID).text, text);
  });
});

describe("the sender", () => {
  const name = (written: string, format = ANDROID) =>
    onlyMessage(`12/03/2024, 21:04 - ${written}: hi`, format).sender;

  it("may be a phone number between direction marks", () => {
    assert.deepEqual(name("\u202a+49\u00a01512\u00a03456789\u202c"), {
      name: "+49 1512 3456789",
      kind: "phone",
      phone: "+4915123456789",
    });
    assert.equal(name("+55 11 98765\u20114321").phone, "+5511987654321");
  });

  it("may be a name that a stranger gave themselves", () => {
    assert.deepEqual(name("~\u202fLuz 🌻"), { name: "Luz 🌻", kind: "pushed-name", phone: null });
    assert.equal(name("~").kind, "name");
  });

  it("keeps the joiners inside an emoji", () => {
    assert.equal(name("Ana 👩‍💻").name, "Ana 👩‍💻");
  });

  it("may contain a colon when the format says so", () => {
    const format = { ...ANDROID, namesWithColon: ["Dr: Who"] };
    assert.equal(name("Dr: Who", format).name, "Dr: Who");
    assert.equal(name("Team 10:30").name, "Team 10:30");
  });

  it("may have said nothing that the export can show", () => {
    for (const text of ["Ana:", "Ana: ", "Ana: null"]) {
      assert.equal(onlyMessage(`12/03/2024, 21:04 - ${text}`, ANDROID).kind, "empty");
    }
  });
});

describe("a line that cannot be read", () => {
  it("is named when no message stands before it", () => {
    const { unread } = readText("hello\n\n12/03/2024, 21:04 - Ana: hi\n", ANDROID);
    assert.deepEqual(unread, [
      { line: 1, reason: "nothing-to-continue", excerpt: "hello" },
      { line: 2, reason: "nothing-to-continue", excerpt: "" },
    ]);
  });

  it("is named when its day does not exist, with the lines that follow it", () => {
    const { entries, unread } = readText(
      "12/03/2024, 21:04 - Ana: hi\n03/25/2024, 21:04 - Ana: lost\nmore\n13/03/2024, 9:00 - Ana: back",
      ANDROID,
    );
    assert.deepEqual(
      unread.map(({ line, reason }) => [line, reason]),
      [
        [2, "impossible-date"],
        [3, "follows-unread-line"],
      ],
    );
    assert.deepEqual(
      entries.map(({ text }) => text),
      ["hi", "back"],
    );
  });

  for (const at of [
    "29/02/2023, 21:04",
    "31/04/2024, 21:04",
    "12/03/2024, 24:04",
    "12/03/2567, 10:00",
  ]) {
    it(`is named at ${at}`, () => {
      assert.equal(readText(`${at} - Ana: hi`, ANDROID).unread[0]?.reason, "impossible-date");
    });
  }

  it("is named when it is longer than any message", () => {
    const long = "x".repeat(MAX_LINE_LENGTH + 1000);
    const { entries, unread } = readText(`12/03/2024, 21:04 - Ana: hi\n${long}\nmore\n`, ANDROID);
    assert.deepEqual(
      entries.map((entry) => entry.lines),
      [{ from: 1, to: 1 }],
    );
    assert.deepEqual(
      unread.map(({ line, reason, excerpt }) => [line, reason, excerpt.length]),
      [
        [2, "too-long", 120],
        [3, "follows-unread-line", 4],
      ],
    );
  });
});

describe("importing the same chat again", () => {
  const first =
    "12/03/2024, 21:04 - Ana: ok\n12/03/2024, 21:04 - Ana: ok\n12/03/2024, 21:04 - Bo: ok\n";

  it("counts equal messages of a minute", () => {
    assert.deepEqual(
      readText(first, ANDROID).entries.map(({ occurrence }) => occurrence),
      [1, 2, 1],
    );
  });

  it("finds the same keys at the beginning of a longer export", () => {
    const longer = `${first}13/03/2024, 9:00 - Ana: ok\n`;
    const keys = (text: string) => readText(text, ANDROID).entries.map(fingerprintInput);
    assert.deepEqual(keys(longer).slice(0, 3), keys(first));
    assert.equal(new Set(keys(longer)).size, 4);
  });

  it("finds the same key with media and without, edited and not", () => {
    const key = (text: string) =>
      fingerprintInput(onlyMessage(`12/03/2024, 21:04 - Ana: ${text}`, ANDROID));
    assert.equal(key("<Media omitted>"), key("\u200eIMG-1.jpg (file attached)"));
    assert.equal(key("price 5 <This message was edited>"), key("price 5"));
    assert.notEqual(key("a"), key("b"));
  });

  it("does not depend on the seconds", () => {
    const [a, b] = readText("[12.03.24, 21:04:05] Ana: ok\n[12.03.24, 21:04:59] Ana: ok\n").entries;
    assert.deepEqual([a?.occurrence, b?.occurrence], [1, 2]);
  });
});

describe("a system line", () => {
  it("may have a colon in the title of a group", () => {
    const text = "Ana changed the subject from “Sale: today” to “Sale: tomorrow”";
    const [entry] = readText(`12/03/2024, 21:04 - ${text}`, ANDROID).entries;
    assert.deepEqual([entry?.type, entry?.text], ["system", text]);
  });

  it("is filed by an iPhone under the group, and is nobody's message", () => {
    const [entry] = readText("[12.03.24, 21:04:05] Book club: \u200eAna added Bo").entries;
    assert.deepEqual(entry?.type === "system" && [entry.event, entry.under, entry.text], [
      "member-added",
      "Book club",
      "Ana added Bo",
    ]);
  });

  it("is known on an iPhone by its mark in any language", () => {
    const [entry] = readText("[12.03.24, 21:04:05] Club: \u200eAna a quitté le groupe").entries;
    assert.deepEqual(entry?.type === "system" && entry.event, "other");
  });

  it("is not what a person says about the same things", () => {
    const said = ["Bo left the group", "I changed my number", "you added me to a group?"];
    for (const text of said) {
      const message: ChatMessage = onlyMessage(`12/03/2024, 21:04 - Ana: ${text}`, ANDROID);
      assert.deepEqual([message.kind, message.text], ["text", text]);
    }
  });
});
