import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { paceAfter, paceRoom } from "./pace.ts";

const START = Date.parse("2026-11-23T10:00:00Z");
const at = (ms: number) => new Date(START + ms);

describe("the pace of a campaign", () => {
  it("lets everybody go where none was set", () => {
    const none = { perMinute: null, pacedUntil: at(5_000) };
    assert.equal(paceRoom(none, at(0)), Infinity);
    assert.equal(paceAfter(none, 400, at(0)), null);
  });

  for (const perMinute of [1, 7, 59, 60, 90, 600, 4_000]) {
    it(`is kept over an hour, at ${perMinute} a minute`, () => {
      const most = Math.max(1, perMinute / 60);
      let pacedUntil: Date | null = null;
      let total = 0;
      for (let ms = 0; ms < 3_600_000; ms += 190) {
        const room = paceRoom({ perMinute, pacedUntil }, at(ms));
        assert.ok(room <= most);
        pacedUntil = room > 0 ? paceAfter({ perMinute, pacedUntil }, room, at(ms)) : pacedUntil;
        total += room;
      }
      assert.ok(total <= perMinute * 60 + most, `${total}`);
      // Who looks five times a second sees each turn a little after it has come.
      assert.ok(total >= perMinute * 60 * 0.85, `${total}`);
    });
  }

  it("does not make up for the time in which nobody looked", () => {
    assert.equal(paceRoom({ perMinute: 120, pacedUntil: at(0) }, at(600_000)), 2);
  });

  it("goes on when the clock was put back", () => {
    assert.equal(paceRoom({ perMinute: 120, pacedUntil: at(3_600_000) }, at(0)), 2);
  });
});
