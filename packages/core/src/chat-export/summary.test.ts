import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { addToSummary, participantsOf, startSummary } from "./summary.ts";
import { readText } from "./testing/read-text.ts";

describe("the summary of a chat", () => {
  const read = readText(
    [
      "what is this",
      "12.03.24, 21:04 - Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.",
      "12.03.24, 21:05 - Ana: hallo <Diese Nachricht wurde bearbeitet>",
      "13.03.24, 9:00 - Bo: <Medien ausgeschlossen>",
      "11.03.24, 9:00 - Ana: out of order",
    ].join("\n"),
  );
  const summary = startSummary();
  addToSummary(summary, read);

  it("counts what was said, by whom and when", () => {
    assert.deepEqual(
      participantsOf(summary).map((it) => [
        it.sender.name,
        it.messageCount,
        it.first.day,
        it.last.day,
      ]),
      [
        ["Ana", 2, 11, 12],
        ["Bo", 1, 13, 13],
      ],
    );
    assert.deepEqual(
      [...summary.kinds],
      [
        ["system", 1],
        ["text", 2],
        ["media-omitted", 1],
      ],
    );
    assert.deepEqual([summary.first?.day, summary.last?.day], [11, 13]);
    assert.deepEqual([summary.entryCount, summary.editedCount], [4, 1]);
  });

  it("guesses the language from the words of the app", () => {
    assert.deepEqual([...summary.languages], [["de", 3]]);
  });

  it("counts the lines that could not be read and keeps the first hundred", () => {
    assert.deepEqual([summary.unreadCount, summary.firstUnread[0]?.excerpt], [1, "what is this"]);
    const many = startSummary();
    for (let line = 1; line <= 150; line += 1) {
      addToSummary(many, { entries: [], unread: [{ line, reason: "too-long", excerpt: "" }] });
    }
    assert.deepEqual([many.unreadCount, many.firstUnread.length], [150, 100]);
    assert.deepEqual([...many.unreadReasons], [["too-long", 150]]);
  });
});
