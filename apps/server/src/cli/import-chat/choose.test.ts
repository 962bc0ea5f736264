import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ImportReport } from "@galka/postgres/stores/chat-imports";
import { type Ask, chooseImport } from "./choose.ts";
import { type ImportOptions, parseImportOptions } from "./options.ts";

const CHANNEL = { id: "c1", name: "Salon", displayPhone: "+49 30 901820" };
const SHOP = { id: "c2", name: "Shop", displayPhone: "+49 30 901821" };

describe("chooseImport", () => {
  it("needs no answer where the file and the channel make it plain", async () => {
    const chosen = await chooseImport(
      options("--zone=UTC"),
      report("Ana", "Salon"),
      [CHANNEL],
      null,
    );
    assert.deepEqual(chosen, {
      channelId: "c1",
      ownSender: "Salon",
      contactName: "Ana",
      contactPhone: null,
      timeZone: "UTC",
      dateOrder: "day-month",
    });
  });

  it("takes the number of a sender who is one, and knows its own by the channel's", async () => {
    const chosen = await choose(report("+49 151 12345678", "+49 30 901820"));
    assert.equal(chosen.ownSender, "+49 30 901820");
    assert.equal(chosen.contactPhone, "+4915112345678");
  });

  it("asks what is open, and takes the answers", async () => {
    const ask: Ask = {
      pick: async (question, answers) => {
        const wanted = { Into: "Shop", Who: "Ben", How: "month-day" }[
          question.split(" ", 1)[0] ?? ""
        ];
        return answers.findIndex((answer) => answer.startsWith(wanted ?? "-"));
      },
      text: async () => " 49 151 1 ",
    };
    const open = { ...report("Ana", "Ben"), dateOrderIsCertain: false };
    const chosen = await chooseImport(options(), open, [CHANNEL, SHOP], ask);
    assert.deepEqual(
      [
        chosen.channelId,
        chosen.ownSender,
        chosen.contactName,
        chosen.contactPhone,
        chosen.dateOrder,
      ],
      ["c2", "Ben", "Ana", "49 151 1", "month-day"],
    );
  });

  it("names the missing option where nobody can be asked", async () => {
    await assert.rejects(choose(report("Ana", "Ben")), /--me: Ana, Ben, none/);
    await assert.rejects(choose(report("Ana", "Ben", "Salon")), /--contact/);
    await assert.rejects(
      chooseImport(options(), report("Ana"), [CHANNEL, SHOP], null),
      /--channel/,
    );
    await assert.rejects(chooseImport(options(), report("Ana"), [], null), /Connect one first/);
    const open = { ...report("Ana", "Salon"), dateOrderIsCertain: false };
    await assert.rejects(choose(open), /--date-order: day-month: 2024-04-03 to 2024-04-05/);
    assert.equal((await choose(open, "--yes")).dateOrder, "day-month");
  });

  it("refuses options that name nobody and nothing", async () => {
    await assert.rejects(choose(report("Ana"), "--me=Zoe"), /Nobody called "Zoe"/);
    await assert.rejects(choose(report("Ana"), "--channel=Zoe"), /There is no channel "Zoe"/);
    assert.equal(
      (await choose(report("Ana"), "--me=none", "--channel=+4930901820")).ownSender,
      null,
    );
  });

  function choose(found: ImportReport, ...args: string[]) {
    return chooseImport(options(...args), found, [CHANNEL], null);
  }
});

function options(...args: string[]): ImportOptions {
  const parsed = parseImportOptions(["chat.txt", ...args]);
  assert.ok(parsed);
  return parsed;
}

function report(...names: string[]): ImportReport {
  return {
    platform: "android",
    clock: "24-hour",
    dateOrder: "day-month",
    dateOrderIsCertain: true,
    dateReadings: [
      { dateOrder: "day-month", from: "2024-04-03", to: "2024-04-05" },
      { dateOrder: "month-day", from: "2024-03-04", to: "2024-05-04" },
    ],
    languages: [],
    senders: names.map((name) => ({
      name,
      messages: 1,
      phone: name.startsWith("+") ? name.replaceAll(" ", "") : null,
    })),
    messages: names.length,
    systemLines: 0,
    attachments: 0,
    missingAttachments: 0,
    omitted: 0,
    from: null,
    to: null,
    unreadLines: [],
    unreadLineCount: 0,
    sample: [],
  };
}
