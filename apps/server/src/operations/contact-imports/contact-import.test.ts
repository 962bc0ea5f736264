import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inWorkspace } from "@galka/postgres/database";
import { sql } from "kysely";
import type { ContactImportChoices } from "@galka/postgres/stores/contacts/contact-imports";
import { says } from "../../testing/meta-bodies.ts";
import { type TestApp, startTestApp } from "../../testing/test-app.ts";
import { rowsOf } from "../../testing/thread-lines.ts";
import { addWording } from "../consent/consent-wordings.ts";
import { addField } from "../people/change-contact-fields.ts";
import { previewTable, problemRows, readContactImport, suggestColumns } from "./examine-table.ts";
import { receiveTable } from "./receive-table.ts";
import { withRowText } from "./row-text.ts";
import { runContactImport } from "./run-contact-import.ts";
import { startTable, stopTable } from "./start-contact-import.ts";

const TABLE = [
  "Name;Телефон;City;Birthday",
  "Ана;030 901820;Berlin;1.2.1990",
  '"Löwe; Max";+49 151 12345678;"Bad ""Ems""";',
  "No number;;Paris;",
  "Bad number;12;Paris;",
  "Bad day;+49 151 22345678;Paris;yesterday",
  "Twice;+4915112345678;Rome;",
  "Formula;=1+1;;",
].join("\r\n");

const CHOICES: ContactImportChoices = {
  columns: [
    { to: "name" },
    { to: "phone" },
    { to: "field", field: "City" },
    { to: "field", field: "Birthday" },
  ],
  country: "DE",
  known: "skip",
};

describe("an import of contacts", () => {
  for (const [encoding, bytes] of [
    ["utf-8", Buffer.from(TABLE)],
    ["utf-8 with its mark", Buffer.from(`\u{FEFF}${TABLE}`)],
    ["utf-16le", Buffer.from(`\u{FEFF}${TABLE}`, "utf16le")],
    ["windows-1251", windows1251(TABLE)],
  ] as const) {
    it(`reads ${encoding} and says what it would do`, async () => {
      await using test = await startWithField();
      const received = await receive(test, bytes);
      assert.deepEqual(received.columns, ["Name", "Телефон", "City", "Birthday"]);
      assert.deepEqual(
        (await suggestColumns(test.app, test.member, received)).columns,
        CHOICES.columns,
      );
      const preview = await previewTable(test.app, test.member, received.id, CHOICES);
      assert.ok(!("refused" in preview));
      assert.equal(preview.added, 2);
      assert.equal(preview.known, 0);
      assert.deepEqual(
        preview.problems.map(({ row, reason, column }) => [row, reason, column]),
        [
          [4, "phone-missing", "Телефон"],
          [5, "phone-invalid", "Телефон"],
          [6, "value-invalid", "Birthday"],
          [7, "duplicate-in-file", null],
          [8, "phone-invalid", "Телефон"],
        ],
      );
      assert.equal(preview.sample[0]?.name, "Ана");
      assert.equal(preview.sample[0]?.phone, "4930901820");
    });
  }

  it("adds whom it finds, and nobody twice", async () => {
    await using test = await startWithField();
    const received = await receive(test, Buffer.from(TABLE));
    assert.equal(await carryOut(test, received.id), "done");
    assert.deepEqual(await contactsOf(test), [
      { name: "Löwe; Max", fields: { City: 'Bad "Ems"' }, phone: "4915112345678" },
      { name: "Ана", fields: { City: "Berlin", Birthday: "1990-02-01" }, phone: "4930901820" },
    ]);
    assert.equal(await carryOut(test, received.id), "done");
    const again = await readContactImport(test.app, test.member, received.id);
    assert.ok(!("refused" in again));
    assert.deepEqual(
      [again.added, again.updated, again.skipped, again.failed, again.rowsDone, again.rowsTotal],
      [0, 0, 2, 5, 7, 7],
    );
    assert.equal((await contactsOf(test)).length, 2);
  });

  it("writes over what is there when it is told to, and tells of it", async () => {
    await using test = await startWithField();
    await test.receive(says("1", "Hallo", 1, { wa_id: "4915112345678", name: "Max" }));
    const received = await receive(test, Buffer.from(TABLE));
    await carryOut(test, received.id, { ...CHOICES, known: "update" });
    const [max] = await contactsOf(test);
    assert.deepEqual(max, {
      name: "Löwe; Max",
      fields: { City: 'Bad "Ems"' },
      phone: "4915112345678",
    });
    const events = await rowsOf(test, "select kind from events order by seq desc limit 3");
    assert.deepEqual(events, [
      { kind: "collection-changed" },
      { kind: "conversation-changed" },
      { kind: "contact-changed" },
    ]);
  });

  it("gives the rows that were not taken as a table", async () => {
    await using test = await startWithField();
    const received = await receive(test, Buffer.from(TABLE));
    await carryOut(test, received.id);
    const told: (readonly string[])[] = [];
    const problems = problemRows(test.app, test.member, received);
    for await (const page of withRowText(test.app, received, problems)) told.push(...page);
    assert.deepEqual(told.slice(0, 2), [
      ["row", "problem", "column", "Name", "Телефон", "City", "Birthday"],
      ["4", "phone-missing", "Телефон", "No number", "", "Paris", ""],
    ]);
    assert.equal(told.length, 6);
  });

  it("records what its people agreed to once, with the file and the row as evidence", async () => {
    await using test = await startWithField();
    const words = { name: "Offers", language: "de", text: "Schreibt mir von Angeboten." };
    const wording = await addWording(test.app, test.member, words);
    assert.ok("id" in wording);
    const received = await receive(test, Buffer.from(TABLE));
    const consent = {
      purposes: ["marketing"],
      decision: "granted",
      wordingId: wording.id,
      channelId: null,
      source: "Paper lists of the fair",
      saidAt: "2026-11-20T00:00:00.000Z",
    } as const;
    const tomorrow = { ...consent, saidAt: "2027-11-20T00:00:00.000Z" };
    const refused = await startTable(test.app, test.member, received.id, {
      ...CHOICES,
      consent: tomorrow,
    });
    assert.ok("refused" in refused && refused.refused === "invalid-request");
    await carryOut(test, received.id, { ...CHOICES, consent });
    await carryOut(test, received.id, { ...CHOICES, consent });
    const records = await rowsOf(
      test,
      `select decision, way, wording, evidence ->> 'file' as file, (evidence ->> 'row')::int as row,
              evidence ->> 'source' as source
         from consent_records order by 5`,
    );
    const each = {
      decision: "granted",
      way: "import",
      wording: words.text,
      file: "people.csv",
      source: consent.source,
    };
    assert.deepEqual(records, [
      { ...each, row: 2 },
      { ...each, row: 3 },
    ]);
  });

  it("reads row by row who has agreed, when and where, and says of how many it cannot", async () => {
    await using test = await startWithField();
    const words = { name: "Offers", language: "de", text: "Schreiben Sie mir." };
    const wording = await addWording(test.app, test.member, words);
    assert.ok("id" in wording);
    const table = [
      "Phone;Offers;Day;Where",
      "+4915112345671;ja;1.11.2026;Shop",
      "+4915112345672;nein;1.11.2026;Shop",
      "+4915112345673;x;;Shop",
      "+4915112345674;x;some day;",
      "+4915112345675;yes;2026-11-02;",
    ].join("\n");
    const received = await receive(test, Buffer.from(table));
    const choices: ContactImportChoices = {
      ...CHOICES,
      columns: [{ to: "phone" }, { to: "nothing" }, { to: "nothing" }, { to: "nothing" }],
      consent: {
        purposes: ["marketing"],
        decision: "granted",
        wordingId: wording.id,
        channelId: null,
        source: "The old shop",
        saidAt: "2026-11-20T00:00:00.000Z",
        saidAtColumn: "Day",
        sourceColumn: "Where",
        agreedColumn: "Offers",
      },
    };
    const lost = { ...choices.consent, saidAtColumn: "Tag" } as typeof choices.consent;
    const refused = await startTable(test.app, test.member, received.id, {
      ...choices,
      ...(lost && { consent: lost }),
    });
    assert.ok("refused" in refused && refused.refused === "invalid-request");
    const preview = await previewTable(test.app, test.member, received.id, choices);
    assert.ok(!("refused" in preview));
    const lacking = { "not-agreed": 1, "day-missing": 1, "day-invalid": 1 };
    const lackingRows = { "not-agreed": [3], "day-missing": [4], "day-invalid": [5] };
    const counts = { recorded: 2, outweighed: 0, remembered: 0, lacking, lackingRows };
    assert.deepEqual(preview.consents, counts);
    await carryOut(test, received.id, choices);
    const done = await readContactImport(test.app, test.member, received.id);
    assert.ok(!("refused" in done));
    assert.deepEqual([done.consentsRecorded, done.consentsLacking], [2, lacking]);
    const records = await rowsOf(
      test,
      "select at::date::text as day, evidence ->> 'source' as source from consent_records order by at",
    );
    assert.deepEqual(records, [
      { day: "2026-11-01", source: "Shop" },
      { day: "2026-11-02", source: "The old shop" },
    ]);
  });

  it("takes purpose, words and number from the row, and else what is said of all", async () => {
    await using test = await startWithField();
    const words = { name: "Offers", language: "de", text: "Schreiben Sie mir." };
    const wording = await addWording(test.app, test.member, words);
    assert.ok("id" in wording);
    const { rows: named } = await inWorkspace(test.app.db, test.workspaceId, (tx) =>
      sql<{ name: string }>`select name from channels`.execute(tx),
    );
    const table = [
      "Phone;For;Words;Number",
      `+4915112345671;marketing, calls;Offers (de);${named[0]?.name}`,
      "+4915112345672;;;",
      "+4915112345673;raffle;;",
      "+4915112345674;;v7;",
      "+4915112345675;;;+49 30 000000",
      "+4915112345676;;Ja, schickt mir alle Angebote.;all",
    ].join("\n");
    const received = await receive(test, Buffer.from(table));
    const choices: ContactImportChoices = {
      ...CHOICES,
      columns: [{ to: "phone" }, { to: "nothing" }, { to: "nothing" }, { to: "nothing" }],
      consent: {
        purposes: ["utility"],
        decision: "granted",
        wordingId: wording.id,
        channelId: null,
        source: "The old shop",
        saidAt: "2026-11-20T00:00:00.000Z",
        purposeColumn: "For",
        wordingColumn: "Words",
        channelColumn: "Number",
      },
    };
    const preview = await previewTable(test.app, test.member, received.id, choices);
    assert.ok(!("refused" in preview));
    assert.deepEqual(preview.consents?.lackingRows, {
      "purpose-unknown": [4],
      "words-unknown": [5],
      "channel-unknown": [6],
    });
    await carryOut(test, received.id, choices);
    const records = await rowsOf(
      test,
      `select (evidence ->> 'row')::int as row, purpose, wording, wording_id is not null as known,
              channel_id is not null as one from consent_records order by 1, 2`,
    );
    const kept = { wording: words.text, known: true };
    assert.deepEqual(records, [
      { row: 2, purpose: "calls", ...kept, one: true },
      { row: 2, purpose: "marketing", ...kept, one: true },
      { row: 3, purpose: "utility", ...kept, one: false },
      {
        row: 7,
        purpose: "utility",
        wording: "Ja, schickt mir alle Angebote.",
        known: false,
        one: false,
      },
    ]);
    assert.ok(choices.consent);
    const nothing = { ...choices.consent, purposes: [], wordingId: null };
    const { wordingColumn: _, ...wordless } = nothing;
    for (const consent of [wordless, { ...wordless, wordingColumn: "Lost" }]) {
      const refused = await startTable(test.app, test.member, received.id, { ...choices, consent });
      assert.ok("refused" in refused && refused.refused === "invalid-request");
    }
  });

  it("goes on where it was stopped", async () => {
    await using test = await startWithField();
    const many = ["Phone", ...Array.from({ length: 2500 }, (_, n) => `+4915112${100_000 + n}`)];
    const received = await receive(test, Buffer.from(many.join("\n")));
    const choices = { ...CHOICES, columns: [{ to: "phone" }] } as const;
    await startTable(test.app, test.member, received.id, choices);
    const aborting = new AbortController();
    test.app.wake.listen("events", () => aborting.abort());
    const run = { workspaceId: test.workspaceId, importId: received.id };
    assert.equal(await runContactImport(test.app, run, aborting.signal), "interrupted");
    const stopped = await stopTable(test.app, test.member, received.id);
    assert.ok(!("refused" in stopped));
    assert.equal(stopped.rowsDone, 1000);
    assert.equal(await runContactImport(test.app, run), "not-running");
    assert.equal(await carryOut(test, received.id, choices), "done");
    const done = await readContactImport(test.app, test.member, received.id);
    assert.ok(!("refused" in done));
    assert.deepEqual([done.added, done.skipped, done.failed], [2500, 0, 0]);
  });

  it("refuses what is no table", async () => {
    await using test = await startTestApp();
    for (const [bytes, because] of [
      [Buffer.from(""), "empty"],
      [Buffer.from("Phone\n"), "empty"],
    ] as const) {
      const received = await receiveTable(test.app, test.member, {
        name: "x",
        bytes: chunks(bytes),
      });
      assert.deepEqual(received, { refused: "import-unreadable", because });
    }
    const member = { ...test.member, role: "member" } as const;
    const refused = await receiveTable(test.app, member, {
      name: "x",
      bytes: chunks(Buffer.from("")),
    });
    assert.deepEqual(refused, { refused: "forbidden" });
  });
});

async function startWithField(): Promise<TestApp> {
  const test = await startTestApp();
  await addField(test.app, test.member, { name: "Birthday", kind: "date", choices: [] });
  return test;
}

async function receive(test: TestApp, bytes: Uint8Array) {
  const received = await receiveTable(test.app, test.member, {
    name: "people.csv",
    bytes: chunks(bytes),
  });
  assert.ok(!("refused" in received));
  return received;
}

async function carryOut(test: TestApp, id: string, choices: ContactImportChoices = CHOICES) {
  const started = await startTable(test.app, test.member, id, choices);
  assert.ok(!("refused" in started), JSON.stringify(started));
  return runContactImport(test.app, { workspaceId: test.workspaceId, importId: id });
}

function contactsOf(test: TestApp) {
  return inWorkspace(test.app.db, test.workspaceId, () =>
    rowsOf(
      test,
      `select c.name, c.fields, i.value as phone from contacts c
         join contact_identities i on i.contact_id = c.id order by i.value`,
    ),
  );
}

async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += 7) yield bytes.subarray(at, at + 7);
}

/** Node reads it and does not write it. */
function windows1251(text: string): Buffer {
  const decoder = new TextDecoder("windows-1251");
  const codes = new Map(
    Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code] as const),
  );
  return Buffer.from(Array.from(text.replaceAll("ö", "o"), (it) => codes.get(it) ?? 0x3f));
}
