import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { zoneNamed } from "@galka/core/chat-export/dates/instant-in";
import { nextInstant, startTimeline } from "./timeline.ts";

describe("nextInstant", () => {
  check(
    "puts entries of one minute a millisecond apart",
    ["05-14T09:01", "05-14T09:01"],
    ["05-14T07:01:00.000Z", "05-14T07:01:00.001Z"],
  );
  check(
    "takes the hour that comes twice in autumn in the order of the chat",
    ["10-27T02:30", "10-27T02:59", "10-27T02:05", "10-27T03:10"],
    ["10-27T00:30:00.000Z", "10-27T00:59:00.000Z", "10-27T01:05:00.000Z", "10-27T02:10:00.000Z"],
  );
  check(
    "lets a message that came late stand where its clock says",
    ["05-14T09:05", "05-14T09:01"],
    ["05-14T07:05:00.000Z", "05-14T07:01:00.000Z"],
  );

  function check(name: string, shown: readonly string[], expected: readonly string[]) {
    it(name, () => {
      const zone = zoneNamed("Europe/Berlin");
      assert.ok(!("refused" in zone));
      const timeline = startTimeline(zone);
      const instants = shown.map((text) => nextInstant(timeline, wallClock(text)).toISOString());
      assert.deepEqual(
        instants,
        expected.map((text) => `2024-${text}`),
      );
    });
  }
});

function wallClock(text: string) {
  const [month = 0, day = 0, hour = 0, minute = 0] = text.split(/[-T:]/u).map(Number);
  return { year: 2024, month, day, hour, minute, second: null };
}
