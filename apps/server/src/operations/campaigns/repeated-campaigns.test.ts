import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { sql } from "kysely";
import { type CampaignWorld, campaignWorld } from "./testing/campaign-world.ts";

const HOUR_MS = 3_600_000;

describe("a campaign that repeats", () => {
  it("hands the first start on, so that the day and the hour of all are its own", async () => {
    await using world = await campaignWorld();
    await world.crowd(1);
    const first = comingThirtyFirst(world.app.clock.now());
    const repeat = { every: "month", timeZone: "UTC", until: null } as const;
    await world.run({ start: { kind: "at", at: first.toISOString() }, repeat });
    for (let n = 0; n < 4; n++) {
      const { startsAt } = await last(world);
      world.advance(startsAt.getTime() - world.app.clock.now().getTime() + HOUR_MS);
      await world.turn();
      const made = await last(world);
      const [year, month] = [first.getUTCFullYear(), first.getUTCMonth() + n + 1];
      const lastDay = new Date(Date.UTC(year, month + 1, 0, 9, 30));
      assert.deepEqual(made.startsAt, lastDay);
      assert.equal(made.from, first.toISOString());
    }
  });
});

/** Of four months that follow a 31st at least one has fewer days, and one has as many. */
function comingThirtyFirst(now: Date): Date {
  for (let day = 1; ; day++) {
    const at = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + day));
    if (at.getUTCDate() === 31) return new Date(at.getTime() + 9.5 * HOUR_MS);
  }
}

async function last(world: CampaignWorld): Promise<{ startsAt: Date; from: string | null }> {
  const { rows } = await world.in((tx) =>
    sql<{ startsAt: Date; from: string | null }>`
      select starts_at as "startsAt", plan -> 'repeat' ->> 'from' as "from" from campaigns where starts_at is not null
       order by starts_at desc limit 1`.execute(tx),
  );
  assert.ok(rows[0]);
  return rows[0];
}
