import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { z } from "zod";
import { silentLog } from "../testing/silent-log.ts";
import type { EmulatorControl } from "./emulator-control.ts";
import { followedClock } from "./followed-clock.ts";
import { submitAndReview } from "./templates.ts";

const NOW = Date.parse("2026-11-22T12:00:00Z");

describe("the review of a demo's templates", () => {
  it("leaves Galka's clock where the emulator's is, though somebody looks at it meanwhile", async () => {
    let offsetMs = 0;
    const control: EmulatorControl = {
      baseUrl: "http://emulator.test",
      get: async (_path, schema) =>
        schema.parse({ now: new Date(NOW + offsetMs).toISOString(), frozen: false }),
      patch: async (_path, body, schema) => {
        const { advanceMs = 0 } = z.object({ advanceMs: z.number().optional() }).parse(body);
        offsetMs = advanceMs;
        // It is looked at once a second, so now and then at this moment.
        if (advanceMs > 0) await clock.follow();
        return schema.parse({});
      },
      post: refuse,
      upload: refuse,
      graph: refuse,
    };
    await using clock = followedClock(control, silentLog, () => NOW);
    await submitAndReview({ control, clock, token: "fake", wabaId: "1", appId: "2" }, []);
    assert.equal(clock.now().getTime(), NOW);
  });
});

function refuse(): never {
  throw new Error("There is nothing to submit.");
}
