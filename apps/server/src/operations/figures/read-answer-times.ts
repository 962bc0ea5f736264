import { type Period, daysOf } from "@galka/core/figures/period";
import {
  type Buckets,
  QUEUE_DAYS_BEFORE,
  type QueueHour,
  type SpreadName,
  type WaitsTold,
  addBuckets,
  countOf,
  queueOf,
  shareOf,
} from "@galka/core/figures/waits-told";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import {
  type AnswerTimes,
  type MemberTimes,
  type Spread,
  type Times,
  listMemberTimes,
  listQueueHours,
  loadAnswerTimes,
} from "@galka/postgres/stores/figures/answer-times";
import type { Scope } from "@galka/postgres/stores/figures/counts";
import {
  countDays,
  hasManyWaits,
  listMemberDays,
  listWaitDays,
} from "@galka/postgres/stores/figures/wait-days";
import type { App } from "../../app.ts";
import type { FigureWish } from "./read-statistics.ts";

/** So many waits are put in order at every look; more are counted by day and are true to half a percent. */
export const EXACT_WAITS = 5_000;

export type Waiting = {
  readonly times: AnswerTimes;
  readonly members: readonly MemberTimes[];
  readonly queue: readonly QueueHour[];
};

/** How long contacts waited for answers, and how many did at which hour. */
export async function readAnswerTimes(
  app: App,
  member: Member,
  wish: FigureWish,
  exactWaits = EXACT_WAITS,
): Promise<Waiting | Refused<"forbidden">> {
  if (!may(member, "statistics.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const { scope, period } = wish;
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const isMuch = await hasManyWaits(tx, workspaceId, period, exactWaits);
    const counted = withDaysBefore(period);
    if (isMuch) while ((await countDays(tx, workspaceId, counted)) === "more");
    const members = isMuch ? tellMembers : listMemberTimes;
    return {
      ...(isMuch && hasDays(scope)
        ? await tellDays(tx, workspaceId, scope, period)
        : {
            times: await loadAnswerTimes(tx, workspaceId, scope, period),
            queue: await listQueueHours(tx, workspaceId, scope, period),
          }),
      members: await members(tx, workspaceId, period),
    };
  });
}

/** Whoever has asked before a period may still wait in it. */
export function withDaysBefore({ from, to }: Period): Period {
  const before = new Date(Date.parse(from) - QUEUE_DAYS_BEFORE * 86_400_000);
  return { from: before.toISOString().slice(0, 10), to };
}

type ScopeWithDays = Scope & { readonly part: "workspace" | "channel" };

/** Which teams and labels a conversation has is as it is at the moment, and of one member there are few. */
function hasDays(scope: Scope): scope is ScopeWithDays {
  return scope.part === "workspace" || scope.part === "channel";
}

async function tellDays(
  tx: Tx,
  workspaceId: WorkspaceId,
  scope: ScopeWithDays,
  period: Period,
): Promise<Omit<Waiting, "members">> {
  const all = await listWaitDays(tx, workspaceId, scope, withDaysBefore(period));
  const days = daysOf(period).flatMap((day) => all.get(day) ?? []);
  const times = {
    first: timesOf(days, "first-wall", "first-office"),
    next: timesOf(days, "next-wall", "next-office"),
    resolution: timesOf(days, "resolution-wall", "resolution-office"),
  };
  const changes = new Map([...all].map(([day, { queue }]) => [day, queue ?? []]));
  return { times, queue: queueOf(period, changes) };
}

function timesOf(days: readonly WaitsTold[], wall: SpreadName, office: SpreadName): Times {
  const of = (name: SpreadName) => addBuckets(days.map((day) => day[name]));
  const lasted = of(wall);
  return { count: countOf(lasted), wall: spreadOf(lasted), office: spreadOf(of(office)) };
}

function spreadOf(buckets: Buckets): Spread | null {
  const [p50Ms, p90Ms, p95Ms] = [0.5, 0.9, 0.95].map((share) => shareOf(buckets, share));
  if (typeof p50Ms !== "number" || typeof p90Ms !== "number" || typeof p95Ms !== "number") {
    return null;
  }
  return { p50Ms, p90Ms, p95Ms };
}

async function tellMembers(
  tx: Tx,
  workspaceId: WorkspaceId,
  period: Period,
): Promise<MemberTimes[]> {
  const days = await listMemberDays(tx, workspaceId, period);
  const memberIds = [...new Set(days.flatMap((day) => Object.keys(day)))];
  return memberIds.map((memberId) => {
    const lasted = addBuckets(days.map((day) => day[memberId]));
    return { memberId, count: countOf(lasted), p50Ms: shareOf(lasted, 0.5) ?? 0 };
  });
}
