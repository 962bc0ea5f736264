import assert from "node:assert/strict";
import i18next from "i18next";
import { describe, it } from "vitest";
import { changeLocale, startI18n } from "./start-i18n.ts";

describe("plurals", () => {
  it("follow the rules of English and Russian", async () => {
    await startI18n("en");
    assert.deepEqual([1, 2, 5].map(unread), [
      "1 unread message",
      "2 unread messages",
      "5 unread messages",
    ]);
    await changeLocale("ru");
    assert.deepEqual([1, 2, 5, 11, 21, 22, 25].map(unread), [
      "1 непрочитанное сообщение",
      "2 непрочитанных сообщения",
      "5 непрочитанных сообщений",
      "11 непрочитанных сообщений",
      "21 непрочитанное сообщение",
      "22 непрочитанных сообщения",
      "25 непрочитанных сообщений",
    ]);
  });
});

function unread(count: number): string {
  return i18next.t("inbox.unreadMessages", { count });
}
