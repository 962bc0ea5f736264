import { examine } from "@galka/core/health/examine";
import { type Finding, keptFindings, parseBefore, worstOf } from "@galka/core/health/finding";
import { type Quality, ageDays } from "@galka/core/health/facts";
import { type Overrule, factorOf, noBrake } from "@galka/core/health/brake";
import { qualityByDay } from "@galka/core/health/quality-days";
import { type ChannelId, idOf } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may, mayAny } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { type BrakeRecord, findBrakeRecord } from "@galka/postgres/stores/health/brakes";
import { findToldOfNumber } from "@galka/postgres/stores/health/health-facts";
import { type ToldHealthEvent, listHealthEvents } from "@galka/postgres/stores/health/history";
import { listDaySignals } from "@galka/postgres/stores/health/signals";
import { type Freed, listFreed } from "@galka/postgres/stores/health/tier-people";
import { listMembers } from "@galka/postgres/stores/members";
import { type ChannelView, listChannelViews } from "@galka/postgres/stores/views/channel-list";
import type { App } from "../../app.ts";
import type { PushService } from "../../push/push-service.ts";
import { READERS } from "./keepers.ts";
import { type NumberFacts, SHOWN_DAYS, dayIn, readHealthFacts } from "./read-facts.ts";
import { lookNow } from "./sweep-health.ts";

/** A number in a few words, for a list and for what stands above every page. */
export type HealthSummary = {
  readonly channel: ChannelView;
  readonly record: BrakeRecord;
  readonly severity: Finding["severity"];
  readonly alarms: readonly Pick<Finding, "check" | "severity">[];
};

/** Every number as it was found at its last look. */
export async function readHealthSummaries(
  app: App,
  member: Member,
): Promise<{ readonly items: readonly HealthSummary[] } | Refused<"forbidden">> {
  if (!mayAny(member, READERS)) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const items: HealthSummary[] = [];
    for (const channel of await listChannelViews(tx, workspaceId)) {
      if (channel.status === "disconnected") continue;
      const found = await findBrakeRecord(tx, workspaceId, idOf(channel.id));
      const record = found ?? unjudged(app.clock.now());
      items.push(summaryOf(channel, record));
    }
    return { items };
  });
}

function summaryOf(channel: ChannelView, record: BrakeRecord): HealthSummary {
  const found = keptFindings(record.findings);
  const alarms = found.filter(({ severity }) => severity === "warning" || severity === "critical");
  return { channel, record, severity: worstOf(found), alarms };
}

function unjudged(now: Date): BrakeRecord {
  return { state: noBrake(now), overrule: null, held: "none", judgedAt: now, findings: [] };
}

export type HealthDay = {
  readonly day: string;
  readonly incoming: number;
  readonly outgoing: number;
  readonly delivered: number;
  readonly read: number;
  readonly failed: number;
  readonly blocked: number;
  readonly optedOut: number;
  readonly unwanted: number;
  readonly quality: Quality;
};

export type NumberHealth = NumberFacts & {
  readonly channelId: ChannelId;
  readonly findings: readonly Finding[];
  readonly record: BrakeRecord;
  readonly factor: number;
  readonly overrule: (Overrule & { readonly memberName: string | null }) | null;
  readonly ageDays: number;
  readonly freed: readonly Freed[];
  readonly pictures: readonly HealthDay[];
};

/**
 * A number as it is at this moment: its figures are gathered and examined anew,
 * and nothing follows from that; the brake is that of the last look.
 */
export async function readHealth(
  app: App,
  member: Member,
  channelId: ChannelId,
): Promise<NumberHealth | Refused<"forbidden"> | Refused<"not-found">> {
  if (!mayAny(member, READERS)) return { refused: "forbidden" };
  const { workspaceId } = member;
  const now = app.clock.now();
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const facts = await readHealthFacts(tx, workspaceId, channelId, now);
    if (!facts) return { refused: "not-found" } as const;
    const record = (await findBrakeRecord(tx, workspaceId, channelId)) ?? unjudged(now);
    const findings = examine(now, facts.facts, parseBefore(record.findings));
    const members = await listMembers(tx, workspaceId);
    const { overrule } = record;
    const memberName = members.find(({ id }) => id === overrule?.memberId)?.name ?? null;
    const sees = may(member, "conversations.read");
    return {
      ...facts,
      channelId,
      findings: sees ? findings : findings.map(withoutPeople),
      record,
      factor: factorOf(record.held),
      overrule: overrule && { ...overrule, memberName },
      ageDays: ageDays(now, facts.facts),
      freed: await listFreed(tx, workspaceId, channelId, now),
      pictures: await picturesOf(tx, member, { channelId, facts, now }),
    };
  });
}

/** Whoever may not read conversations is not told with whom they are. */
function withoutPeople(finding: Finding): Finding {
  const evidence = finding.evidence.filter(({ kind }) => kind !== "conversation");
  return { ...finding, evidence };
}

type Pictured = {
  readonly channelId: ChannelId;
  readonly facts: NumberFacts;
  readonly now: Date;
};

/** The last days, those on which nothing happened too, so that a picture has no holes. */
async function picturesOf(
  tx: Tx,
  { workspaceId }: Member,
  { channelId, facts, now }: Pictured,
): Promise<HealthDay[]> {
  const { timeZone, qualityChanges } = facts;
  const days = Array.from({ length: SHOWN_DAYS }, (_, n) =>
    dayIn(timeZone, new Date(now.getTime() - (SHOWN_DAYS - 1 - n) * 24 * 60 * 60_000)),
  );
  const since = new Date(now.getTime() - SHOWN_DAYS * 24 * 60 * 60_000);
  const signals = await listDaySignals(tx, workspaceId, channelId, { since, timeZone });
  const changes = qualityChanges.map((it) => ({ ...it, day: dayIn(timeZone, it.at) }));
  const qualities = qualityByDay(days, changes, facts.facts.quality);
  return days.map((day, n) => {
    const counts = facts.days.find((it) => it.day === day);
    const of = (what: string) =>
      signals.find((it) => it.day === day && it.what === what)?.count ?? 0;
    return {
      day,
      incoming: counts?.incoming ?? 0,
      outgoing: counts?.outgoing ?? 0,
      delivered: counts?.delivered ?? 0,
      read: counts?.read ?? 0,
      failed: counts?.failed ?? 0,
      blocked: of("blocked"),
      optedOut: of("opted-out"),
      unwanted: of("unwanted"),
      quality: qualities[n] ?? "unknown",
    };
  });
}

/** Asks Meta and looks again, because `member` wants to know. */
export async function lookAgain(
  app: App,
  member: Member,
  channelId: ChannelId,
  push: PushService,
): Promise<NumberHealth | Refused<"forbidden"> | Refused<"not-found">> {
  const before = await readHealth(app, member, channelId);
  if ("refused" in before) return before;
  await lookNow(app, push, { workspaceId: member.workspaceId, channelId });
  return readHealth(app, member, channelId);
}

export type HealthPage = {
  readonly items: readonly ToldHealthEvent[];
  /** The id of the last one, when there are more. */
  readonly next: string | null;
};

/** The life of a number, the latest first. */
export async function readHealthHistory(
  app: App,
  member: Member,
  channelId: ChannelId,
  { limit, before }: { readonly limit: number; readonly before: string | null },
): Promise<HealthPage | Refused<"forbidden"> | Refused<"not-found">> {
  if (!mayAny(member, READERS)) return { refused: "forbidden" };
  const { workspaceId } = member;
  const wanted = { limit: limit + 1, before };
  const events = await inWorkspace(app.db, workspaceId, async (tx) => {
    const isHere = await findToldOfNumber(tx, workspaceId, channelId);
    return isHere && listHealthEvents(tx, workspaceId, channelId, wanted);
  });
  if (!events) return { refused: "not-found" };
  const items = events.slice(0, limit);
  return { items, next: events.length > limit ? (items.at(-1)?.id ?? null) : null };
}
