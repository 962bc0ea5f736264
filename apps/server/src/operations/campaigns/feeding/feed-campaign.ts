import type { Hold } from "@galka/core/campaigns/life-cycle";
import { paceAfter, paceRoom } from "@galka/core/campaigns/pace";
import type { CampaignPlan } from "@galka/core/campaigns/plan";
import { mayFeed } from "@galka/core/campaigns/life-cycle";
import { holdsBack } from "@galka/core/health/brake";
import type { Purpose } from "@galka/core/sends/send";
import { type PlaceInOrder, lookBehind } from "@galka/postgres/stores/campaigns/planned-people";
import {
  type Campaign,
  lockCampaign,
  saveCampaign,
} from "@galka/postgres/stores/campaigns/campaigns";
import { type Tally, addTallies } from "@galka/postgres/stores/campaigns/counts";
import {
  type NextRecipient,
  deferRecipients,
  settleRecipients,
  takeNext,
} from "@galka/postgres/stores/campaigns/feed";
import type { NewEvent } from "@galka/postgres/stores/events";
import { findTierPlaces } from "@galka/postgres/stores/health/tier-people";
import { holdThreads } from "@galka/postgres/stores/receiving/threads";
import { brakeOf } from "../../health/brake-of.ts";
import { lockedTierBudget, tierLimitOf } from "../../health/tier-budget.ts";
import type { Room } from "../../prices/budgets/budget-room.ts";
import type { CampaignDesk } from "../campaign-desk.ts";
import { type ReadyMessage, messageOf, readyMessage } from "../campaign-templates.ts";
import { type Decision, type ToSend, decideRecipient } from "./decide-recipients.ts";
import { groupFacts } from "./group-facts.ts";
import { makeMove } from "../make-move.ts";
import { begunOf, queueWithinBudgets } from "./queue-within-budgets.ts";

/** What came of feeding one campaign. */
export type Fed = {
  /** People who were settled one way or the other: moved to the sender, skipped or put off. */
  readonly done: number;
  readonly queued: number;
  readonly events: readonly NewEvent[];
  /** Whether people wait for a place of the tier, and others behind them were not looked at. */
  readonly isBlocked: boolean;
  /** How far those behind were looked at: `last` is null at their end. Null when they were not, or not all of a look. */
  readonly looked: { readonly last: PlaceInOrder | null } | null;
};

export type FeedWish = {
  readonly id: string;
  readonly most: number;
  /** Only who takes no place of the tier, after this place of the order; null is from the first on. */
  readonly behind?: PlaceInOrder | null;
};

export const NOTHING: Fed = { done: 0, queued: 0, events: [], isBlocked: false, looked: null };

/**
 * Moves the next of one campaign's people to the sender, at most `most`, all in
 * the transaction that is given: so each is either still planned or lies before
 * the sender with message and send, whatever dies when.
 *
 * Its pace is looked at under its lock, and is one for all processes.
 * Everything that may have changed since the launch is asked again: whether it
 * runs at all, brakes, the template, the budgets, and for each person whether
 * they may be written to now.
 */
export async function feedCampaign(
  desk: CampaignDesk,
  { id, most, behind }: FeedWish,
): Promise<Fed> {
  const { tx, workspaceId, now } = desk;
  const campaign = await lockCampaign(tx, workspaceId, id);
  if (!campaign || !mayFeed(campaign.status.state) || campaign.frozenAt === null) return NOTHING;
  const part = partOf(campaign);
  if (part === null) return NOTHING;
  const limit = Math.min(most, paceRoom(campaign, now));
  if (limit <= 0) return NOTHING;
  const { channelId } = campaign;
  const wish = { campaignId: id, channelId, part, limit, now };
  const found = behind === undefined ? null : await lookBehind(tx, workspaceId, wish, behind);
  const next = await takeNext(tx, workspaceId, found ? { ...wish, ids: found.ids } : wish);
  const groups = await groupsOf(desk, campaign, next);
  const hold = await holdFor(desk, campaign, groups);
  if (hold !== null) {
    await makeMove(desk, campaign, { move: { move: "hold", hold }, mover: { by: "system" } });
    return NOTHING;
  }
  const decisions: Decided[] = [];
  for (const group of groups) decisions.push(...(await decideGroup(desk, campaign, group)));
  const fed = await settle(desk, campaign, decisions);
  const isFull = next.length >= limit;
  if (found === null) return { ...fed, isBlocked: fed.isBlocked && isFull };
  // Of those who were looked at more may take no place than there was room for.
  return { ...fed, looked: isFull && fed.done > 0 ? null : { last: found.last } };
}

/** The first wave, or everybody else; null while the wave is out and nobody else may go. */
function partOf({ waveSize, waveSentAt, waveJudgedAt }: Campaign): 0 | 1 | null {
  if (waveSize === null || waveJudgedAt !== null) return 1;
  return waveSentAt === null ? 0 : null;
}

type Group = {
  readonly step: number;
  readonly variant: number;
  readonly recipients: readonly NextRecipient[];
  /** Null when the template is gone. */
  readonly ready: ReadyMessage | null;
};

/** People who get the same template. */
async function groupsOf(
  { tx, workspaceId }: CampaignDesk,
  campaign: Campaign,
  next: readonly NextRecipient[],
): Promise<Group[]> {
  const { plan, winner, channelId } = campaign;
  const byTemplate = Map.groupBy(
    next,
    (it) => `${it.step} ${it.variant ?? variantFor(plan, winner, it)}`,
  );
  const groups: Group[] = [];
  for (const [key, recipients] of byTemplate) {
    const [step = 0, variant = 0] = key.split(" ").map(Number);
    const message = messageOf(plan, step, variant);
    const ready = message && (await readyMessage(tx, { workspaceId, channelId }, message));
    groups.push({ step, variant, recipients, ready });
  }
  return groups;
}

/** Which of the competing templates somebody gets: in turn by their place in the random order. */
function variantFor(
  { messages, test }: CampaignPlan,
  winner: number | null,
  { step, n }: NextRecipient,
): number {
  if (step > 0 || messages.length < 2 || !test) return 0;
  if (winner !== null) return winner;
  return n % messages.length;
}

/** Why nobody may be written to at the moment, if so. */
async function holdFor(
  { tx, workspaceId }: CampaignDesk,
  { channelId }: Campaign,
  groups: readonly Group[],
): Promise<Hold | null> {
  if (groups.some(({ ready }) => ready?.template.status !== "approved")) return "template";
  const { brake } = await brakeOf(tx, workspaceId, channelId);
  const categories = groups.flatMap(({ ready }) => ready?.template.category ?? []);
  return holdsBack(brake, categories) ? "brake" : null;
}

type Decided = {
  readonly of: NextRecipient;
  readonly purpose: Purpose;
  readonly decision: Decision;
};

async function decideGroup(
  desk: CampaignDesk,
  campaign: Campaign,
  { recipients, ready, variant }: Group,
): Promise<Decided[]> {
  if (!ready) return [];
  const facts = await groupFacts(desk, campaign, { recipients, ready, variant });
  return recipients.map((of) => ({
    of,
    purpose: ready.template.category,
    decision: decideRecipient(desk.app, facts, of),
  }));
}

async function settle(
  desk: CampaignDesk,
  campaign: Campaign,
  decided: readonly Decided[],
): Promise<Fed> {
  const { tx, workspaceId, now } = desk;
  const { id, channelId } = campaign;
  const wanted = await withinTier(desk, campaign, decided);
  const isBlocked =
    wanted.length < decided.filter(({ decision }) => decision.does === "send").length;
  const doubted = wanted.splice(0, campaign.doubtedLeft);
  const doubts = doubted.map(
    ({ of }) => ({ id: of.id, state: "unknown", problem: "restored" }) as const,
  );
  const skips = decided.flatMap(({ decision }) =>
    decision.does === "skip"
      ? [{ id: decision.id, state: "skipped", problem: decision.problem } as const]
      : [],
  );
  await settleRecipients(tx, workspaceId, { campaignId: id, now }, [...skips, ...doubts]);
  const defers = decided.flatMap(({ decision }) => (decision.does === "defer" ? [decision] : []));
  await deferRecipients(tx, workspaceId, id, defers);
  const place = { campaignId: id, channelId };
  const { sent: sends, wants } = await queueWithinBudgets(desk, place, wanted);
  await saveCampaign(tx, workspaceId, id, {
    ...(doubted.length > 0 && { doubtedLeft: campaign.doubtedLeft - doubted.length }),
    ...(campaign.perMinute !== null && { pacedUntil: paceAfter(campaign, sends.length, now) }),
  });
  await addTallies(tx, workspaceId, talliesOf(id, decided, { sends, doubted }));
  if (wants) await holdForBudget(desk, campaign, wants);
  const done = sends.length + doubted.length + skips.length + defers.length;
  return { done, queued: sends.length, events: eventsOf(sends), isBlocked, looked: null };
}

/** What lies before the sender has its money: it goes out, and the campaign waits with the others. */
async function holdForBudget(
  desk: CampaignDesk,
  campaign: Campaign,
  { spent, lack }: Room,
): Promise<void> {
  const move = { move: "hold", hold: "budget" } as const;
  const why = { lack, budget: spent?.budget, until: spent?.until };
  await makeMove(desk, campaign, { move, mover: { by: "system" }, why });
}

/** Those for whom the tier has a place; the others stay planned until one comes back. */
async function withinTier(
  { tx, workspaceId, now }: CampaignDesk,
  { channelId }: Campaign,
  decided: readonly Decided[],
): Promise<ToSend[]> {
  const wanted = decided.flatMap((it) =>
    it.decision.does === "send" ? [{ ...it, send: it.decision }] : [],
  );
  if (wanted.length === 0) return [];
  const { people } = await tierLimitOf(tx, workspaceId, channelId);
  if (people === null) return wanted.map(({ send, ...it }) => ({ ...it, queued: send.queued }));
  // A single message locks its conversation before the tier: in the other order both would wait for each other.
  await holdThreads(tx, workspaceId, begunOf(wanted));
  let places = (await lockedTierBudget(tx, workspaceId, channelId, now)).left ?? Infinity;
  const outside = wanted.flatMap(({ of, send }) => (send.isInWindow ? [] : [of.contactId]));
  // With a place for everybody it is the same who has one already.
  const isScarce = outside.length > places;
  const asked = { channelId, contactIds: outside, now };
  const placed = isScarce ? await findTierPlaces(tx, workspaceId, asked) : new Set();
  return wanted.flatMap(({ send, ...it }): ToSend[] => {
    const takesPlace = !send.isInWindow && !placed.has(it.of.contactId);
    if (takesPlace && places <= 0) return [];
    if (takesPlace) places -= 1;
    return [{ ...it, queued: send.queued }];
  });
}

function talliesOf(
  campaignId: string,
  decided: readonly Decided[],
  { sends, doubted }: { readonly sends: readonly ToSend[]; readonly doubted: readonly ToSend[] },
): Tally[] {
  const moves = [
    ...sends.map(({ of, queued }) => ({ of, what: ["queued"], variant: queued.variant })),
    ...doubted.map(({ of }) => ({ of, what: ["unknown"], variant: of.variant ?? -1 })),
    ...decided.flatMap(({ of, decision }) =>
      decision.does === "skip"
        ? [{ of, what: ["skipped", `skipped ${decision.problem}`], variant: of.variant ?? -1 }]
        : [],
    ),
  ];
  return moves.flatMap(({ of, what, variant }) => [
    { campaignId, step: of.step, variant: of.variant ?? -1, what: "planned", delta: -1 },
    ...what.map((it) => ({ campaignId, step: of.step, variant, what: it, delta: 1 })),
  ]);
}

/** Only of conversations that are on somebody's desk: the others are nobody's work. */
function eventsOf(sends: readonly ToSend[]): NewEvent[] {
  return sends.flatMap(({ of, queued }) =>
    of.conversationId !== null && of.status !== "closed"
      ? [
          {
            kind: "message-added",
            messageId: queued.id,
            conversationId: of.conversationId,
          } as const,
        ]
      : [],
  );
}
