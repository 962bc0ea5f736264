import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { second } from "../../testing/meta-bodies.ts";
import { WABA_ID, startTestApp } from "../../testing/test-app.ts";
import { rowsOf } from "../../testing/thread-lines.ts";

const STATUS = "select status from channels";
const NAME = "select verified_name from channels";
const LIMITS = "select facts ->> 'tier' as tier, throughput_per_second from channels";
const TOPICS =
  "select array(select jsonb_object_keys(facts -> 'topics') order by 1) as topics from channels";

describe("what is told of a number and its account", () => {
  whicheverComesFirst(
    "stops the number when the account is banned, whatever else is told of the account",
    [account(1, ban("DISABLE")), account(1, { event: "VOLUME_BASED_PRICING_TIER_UPDATE" })],
    STATUS,
    { status: "paused" },
  );

  it("stops nothing by a ban that was lifted before it was heard of", async () => {
    await using test = await startTestApp();
    await test.receive(account(2, ban("REINSTATE")), account(1, ban("DISABLE")));
    assert.deepEqual(await rowsOf(test, STATUS), [{ status: "connected" }]);
  });

  whicheverComesFirst(
    "keeps the name that was approved when another one is refused",
    [name(1, "APPROVED", "Tea House"), name(2, "REJECTED", "tea!!!")],
    NAME,
    { verified_name: "Tea House" },
  );

  whicheverComesFirst(
    "learns the tier and the throughput each from the latest word about it",
    [
      quality(1, { event: "ONBOARDING", current_limit: "TIER_2K" }),
      quality(2, { event: "UPGRADE", current_limit: "TIER_10K" }),
      quality(1, { event: "THROUGHPUT_UPGRADE" }),
    ],
    LIMITS,
    { tier: "TIER_10K", throughput_per_second: 1000 },
  );

  whicheverComesFirst(
    "keeps what was said last when it had been said before",
    [
      quality(1, { event: "UPGRADE", current_limit: "TIER_10K" }),
      quality(3, { event: "UPGRADE", current_limit: "TIER_10K" }),
      quality(2, { event: "DOWNGRADE", current_limit: "TIER_2K" }),
    ],
    LIMITS,
    { tier: "TIER_10K", throughput_per_second: 80 },
  );

  whicheverComesFirst(
    "keeps an event that it does not know beside those of other names",
    [account(1, { event: "ACCOUNT_LEVITATED" }), account(2, { event: "MM_LITE_TERMS_SIGNED" })],
    TOPICS,
    { topics: ["account-update: ACCOUNT_LEVITATED", "account-update: MM_LITE_TERMS_SIGNED"] },
  );

  it("is told to the team once, however often it comes", async () => {
    await using test = await startTestApp();
    const banned = account(1, ban("DISABLE"));
    await test.receive(banned, banned);
    await test.receive(banned);
    assert.deepEqual(await rowsOf(test, "select kind from events"), [{ kind: "channel-changed" }]);
  });

  function whicheverComesFirst(
    says: string,
    bodies: readonly object[],
    question: string,
    answer: object,
  ) {
    for (const [order, told] of [
      ["told in order", bodies],
      ["told backwards", bodies.toReversed()],
    ] as const) {
      it(`${says}, ${order}`, async () => {
        await using test = await startTestApp();
        await test.receive(...told);
        assert.deepEqual(await rowsOf(test, question), [answer]);
      });
    }
  }
});

function change(at: number, field: string, value: object): object {
  const entry = { id: WABA_ID, time: Number(second(at)), changes: [{ field, value }] };
  return { object: "whatsapp_business_account", entry: [entry] };
}

function account(at: number, value: object): object {
  return change(at, "account_update", value);
}

function ban(state: string): object {
  return { event: "DISABLED_UPDATE", ban_info: { waba_ban_state: state } };
}

function name(at: number, decision: string, requested: string): object {
  return change(at, "phone_number_name_update", {
    display_phone_number: "15550783881",
    decision,
    requested_verified_name: requested,
  });
}

function quality(at: number, value: object): object {
  return change(at, "phone_number_quality_update", {
    display_phone_number: "15550783881",
    ...value,
  });
}
