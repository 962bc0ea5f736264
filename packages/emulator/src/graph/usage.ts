import { countGraphCall, graphCalls } from "../store/calls/usage.ts";
import type { World } from "../world.ts";
import { GraphError } from "./error.ts";

const MINUTE_MS = 60_000;
const WINDOW_MINUTES = 60;
// Meta: 200 calls an hour for each app and account, 5,000 when the account has a registered
// number, docs/…/about-the-platform, read 2026-11.
const LIMIT = 200;
const LIMIT_ACTIVE = 5000;
/** How much of the time allowed a call takes, against its share of the calls. */
const TIME_SHARE = 0.4;

export type UsageHeaders = Readonly<Record<string, string>>;

/**
 * Counts a call of a management edge against the account's hour.
 *
 * The headers are those of Graph: percentages, and the minutes until calls are
 * taken again. A call that is refused counts too, as it does at Meta.
 *
 * @throws GraphError 80007 when the hour is used up.
 */
export function countCall(world: World, wabaId: string, headers: Record<string, string>): void {
  const minute = Math.floor(world.clock.now() / MINUTE_MS);
  const oldest = minute - WINDOW_MINUTES + 1;
  const limit = limitOf(world, wabaId);
  // Minutes to come are left from before the clock was moved back.
  const before = graphCalls(world.db, wabaId, oldest).filter((it) => it.minute <= minute);
  const used = before.reduce((sum, it) => sum + it.count, 0) + 1;
  world.db.write(() => countGraphCall(world.db, wabaId, minute, oldest));
  const refused = used > limit && world.settings().graphLimits;
  const regain = refused ? (before[0]?.minute ?? minute) + WINDOW_MINUTES - minute : 0;
  Object.assign(headers, usageHeaders(wabaId, Math.floor((used / limit) * 100), regain));
  if (!refused) return;
  throw new GraphError({
    code: 80007,
    message:
      "(#80007) There have been too many calls to this WhatsApp Business account. Wait a bit and try again. For more info, please refer to https://developers.facebook.com/docs/graph-api/overview/rate-limiting.",
  });
}

function limitOf(world: World, wabaId: string): number {
  const active = world.kinds.numbers
    .list()
    .some((it) => it.wabaId === wabaId && it.registeredAt !== null);
  return active ? LIMIT_ACTIVE : LIMIT;
}

function usageHeaders(wabaId: string, calls: number, regain: number): UsageHeaders {
  const time = Math.floor(calls * TIME_SHARE);
  const app = { call_count: calls, total_cputime: time, total_time: time };
  const account = { type: "whatsapp", ...app, estimated_time_to_regain_access: regain };
  return {
    "x-app-usage": JSON.stringify(app),
    "x-business-use-case-usage": JSON.stringify({ [wabaId]: [account] }),
  };
}
