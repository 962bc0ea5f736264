import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { instantIn, zoneNamed, type Instant } from "./instant-in.ts";

/** `2024-03-12 21:04:05` on a wall in `zone`. */
function instant(zone: string, wall: string, notBefore: string | null = null): Instant {
  const named = zoneNamed(zone);
  if ("refused" in named) throw new Error(named.name);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = null] = wall
    .split(/\D/u)
    .map(Number);
  const at = { year, month, day, hour, minute, second };
  return instantIn(named, at, notBefore === null ? null : new Date(notBefore));
}

describe("instantIn", () => {
  check("Europe/Berlin", "2024-01-12 21:04:05", "2024-01-12T20:04:05.000Z", "exact");
  check("Europe/Berlin", "2024-07-12 21:04", "2024-07-12T19:04:00.000Z", "exact");
  check("America/Sao_Paulo", "2024-07-12 00:00", "2024-07-12T03:00:00.000Z", "exact");
  check("Asia/Kolkata", "2024-07-12 00:00", "2024-07-11T18:30:00.000Z", "exact");
  check("Asia/Kathmandu", "2024-07-12 00:00", "2024-07-11T18:15:00.000Z", "exact");
  check("Pacific/Kiritimati", "2024-07-12 00:00", "2024-07-11T10:00:00.000Z", "exact");
  check("Europe/Moscow", "2012-07-12 12:00", "2012-07-12T08:00:00.000Z", "exact");
  check("Europe/Berlin", "2024-03-31 01:59", "2024-03-31T00:59:00.000Z", "exact");
  check("Europe/Berlin", "2024-03-31 02:30", "2024-03-31T01:30:00.000Z", "skipped");
  check("Europe/Berlin", "2024-03-31 03:00", "2024-03-31T01:00:00.000Z", "exact");
  check("Europe/Berlin", "2024-10-27 02:30", "2024-10-27T00:30:00.000Z", "repeated");
  check("America/New_York", "2024-11-03 01:30", "2024-11-03T05:30:00.000Z", "repeated");
  check("Australia/Lord_Howe", "2024-04-07 01:45", "2024-04-06T14:45:00.000Z", "repeated");

  function check(zone: string, wall: string, at: string, certainty: Instant["certainty"]) {
    it(`reads ${wall} in ${zone} as ${at}`, () => {
      assert.deepEqual(instant(zone, wall), { at: new Date(at), certainty });
    });
  }

  it("takes the second coming of a repeated time when the message above is later", () => {
    const { at } = instant("Europe/Berlin", "2024-10-27 02:10", "2024-10-27T00:50:00Z");
    assert.equal(at.toISOString(), "2024-10-27T01:10:00.000Z");
  });

  it("refuses a zone that does not exist", () => {
    assert.deepEqual(zoneNamed("Mars/Olympus"), { refused: "unknown-zone", name: "Mars/Olympus" });
  });
});
