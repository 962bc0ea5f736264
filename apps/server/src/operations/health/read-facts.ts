import type { HealthFacts, Quality, Traffic } from "@galka/core/health/facts";
import type { Standing } from "@galka/core/health/account-word";
import { sampleTexts } from "@galka/core/health/text-sample";
import { tierBudgetOf } from "@galka/core/health/tier";
import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import type { Tx } from "@galka/postgres/database";
import { type DayCounts, listDayCounts } from "@galka/postgres/stores/figures/counts";
import { foldFigures } from "@galka/postgres/stores/figures/fold";
import { findCounting } from "@galka/postgres/stores/figures/zone";
import {
  type ToldOfNumber,
  countAnswered,
  countSending,
  findConsentFacts,
  findToldOfNumber,
  listSentTexts,
} from "@galka/postgres/stores/health/health-facts";
import { listHealthTemplates } from "@galka/postgres/stores/health/health-templates";
import { type QualityChange, listQualityChanges } from "@galka/postgres/stores/health/history";
import { listSeen, sumSignals } from "@galka/postgres/stores/health/signals";
import { findTierUse } from "@galka/postgres/stores/health/tier-people";

const DAY_MS = 24 * 60 * 60_000;
/** What the picture of a number shows, and what the checks look back on. */
export const SHOWN_DAYS = 30;
const WEEK_DAYS = 7;

/** Everything that is known of a number's health, and the days it is drawn from. */
export type NumberFacts = {
  readonly told: ToldOfNumber;
  readonly facts: HealthFacts;
  readonly days: readonly DayCounts[];
  readonly qualityChanges: readonly QualityChange[];
  readonly timeZone: string;
};

const UNKNOWN: Standing = { canSend: "unknown", problems: [], registeredAt: null };

/** Gathers it in one transaction, so that its parts agree; null when the number is gone. */
export async function readHealthFacts(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
  now: Date,
): Promise<NumberFacts | null> {
  const told = await findToldOfNumber(tx, workspaceId, channelId);
  if (!told) return null;
  await foldFigures(tx, workspaceId);
  const timeZone = (await findCounting(tx, workspaceId))?.timeZone ?? "UTC";
  const since = new Date(now.getTime() - (SHOWN_DAYS - 1) * DAY_MS);
  const period = { from: dayIn(timeZone, since), to: dayIn(timeZone, now) };
  const scope = { part: "channel", partId: channelId } as const;
  const days = await listDayCounts(tx, workspaceId, scope, period);
  const qualityChanges = await listQualityChanges(tx, workspaceId, channelId, since);
  const counted = await sumSignals(tx, workspaceId, channelId, now);
  const sending = await countSending(tx, workspaceId, channelId, now);
  const consent = await findConsentFacts(tx, workspaceId, channelId, now);
  const weekFrom = dayIn(timeZone, new Date(now.getTime() - (WEEK_DAYS - 1) * DAY_MS));
  const standing = told.standing ?? UNKNOWN;
  const facts: HealthFacts = {
    registeredAt: standing.registeredAt ? new Date(standing.registeredAt) : told.createdAt,
    tier: tierBudgetOf(await findTierUse(tx, workspaceId, channelId, now)),
    throughputPerSecond: told.throughputPerSecond,
    quality: told.quality,
    ...qualityOf(now, told.quality, qualityChanges),
    busiestMinute: sending.busiestMinute,
    sample: sampleTexts(await listSentTexts(tx, workspaceId, channelId, now)),
    week: sumOf(days.filter(({ day }) => day >= weekFrom)),
    asked: await countAnswered(tx, workspaceId, { channelId, wabaId: told.wabaId }, now),
    signals: counted.signals,
    sentToday: sending.today,
    blockers: await listSeen(tx, workspaceId, channelId, { what: "blocked", now }),
    templates: await listHealthTemplates(tx, workspaceId, channelId),
    consent: {
      ...consent,
      refused: counted.noConsent,
      people: await listSeen(tx, workspaceId, channelId, { what: "no-consent", now }),
    },
    account: told.account,
    standing,
  };
  return { told, facts, days, qualityChanges, timeZone };
}

/** The day on which an instant falls there, as the figures write days. */
export function dayIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(at);
}

function sumOf(days: readonly DayCounts[]): Traffic {
  const sum = (of: (day: DayCounts) => number) => days.reduce((total, day) => total + of(day), 0);
  return {
    incoming: sum((it) => it.incoming),
    outgoing: sum((it) => it.outgoing),
    delivered: sum((it) => it.delivered),
    read: sum((it) => it.read),
    failed: sum((it) => it.failed),
  };
}

const BADNESS: Readonly<Record<string, number>> = { red: 2, yellow: 1 };

function qualityOf(now: Date, quality: Quality, changes: readonly QualityChange[]) {
  const week = changes.filter(({ at }) => now.getTime() - at.getTime() < WEEK_DAYS * DAY_MS);
  const seen = [quality, ...week.flatMap(({ before, after }) => [before, after])];
  const worst = Math.max(...seen.map((it) => BADNESS[it ?? ""] ?? 0));
  const worstQuality: Quality = worst === 2 ? "red" : worst === 1 ? "yellow" : quality;
  return { worstQuality, qualitySince: changes.at(-1)?.at ?? null };
}
