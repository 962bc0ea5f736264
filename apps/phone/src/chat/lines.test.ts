import assert from "node:assert/strict";
import { describe, it } from "vitest";
import { message } from "../testing/builders.ts";
import { linesOf } from "./lines.ts";

describe("linesOf", () => {
  it("labels each day once", () => {
    const lines = linesOf(
      [
        message({ id: "a", sentAt: "2026-11-20T12:00:00Z" }),
        message({ id: "b", sentAt: "2026-11-20T12:01:00Z" }),
        message({ id: "c", sentAt: "2026-11-21T12:00:00Z" }),
      ],
      [],
    );
    assert.deepEqual(
      lines.map((line) => line.key),
      ["day-a", "a", "b", "day-c", "c"],
    );
  });

  it("begins a group when the side changes or five minutes pass", () => {
    const lines = linesOf(
      [
        message({ id: "a", sentAt: "2026-11-20T12:00:00Z" }),
        message({ id: "b", sentAt: "2026-11-20T12:04:00Z" }),
        message({ id: "c", sentAt: "2026-11-20T12:05:00Z", direction: "out" }),
        message({ id: "d", sentAt: "2026-11-20T12:11:00Z", direction: "out" }),
      ],
      [],
    );
    const first = lines.flatMap((line) =>
      line.kind === "message" && line.first ? [line.message.id] : [],
    );
    assert.deepEqual(first, ["a", "c", "d"]);
  });
});
