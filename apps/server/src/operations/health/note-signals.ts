import type { FailureSign, Signal } from "@galka/core/health/signal";
import {
  type Counted,
  type SeenThing,
  countSignals,
  describeFailed,
  keepSeen,
} from "@galka/postgres/stores/health/signals";
import type { Batch } from "../webhooks/batch.ts";

/** A message whose failure says something of its number's health. */
export type SignedFailure = {
  readonly messageId: string;
  readonly channelId: string;
  readonly sign: FailureSign;
};

/** More of one kind would show nobody anything new. */
const MOST_SEEN = 5;

/**
 * Counts what failures say of the health of their numbers, and remembers in
 * whose chats. Each failure is to be told once, in the transaction in which its
 * message failed.
 *
 * Somebody who cannot be reached and was before has, as far as anyone can see,
 * blocked the number; somebody who never was is not on WhatsApp.
 */
export async function noteSignals(
  { tx, workspaceId, now, hints }: Pick<Batch, "tx" | "workspaceId" | "now" | "hints">,
  failures: readonly SignedFailure[],
): Promise<void> {
  if (failures.length === 0) return;
  hints.add("health");
  const described = await describeFailed(
    tx,
    workspaceId,
    failures.map(({ messageId }) => messageId),
  );
  const byId = new Map(described.map((it) => [it.id, it]));
  const told = failures.map(({ messageId, channelId, sign }) => {
    const known = byId.get(messageId);
    const what = signalOf(sign, known?.wasReached ?? false);
    return { channelId, what, conversationId: known?.conversationId ?? null };
  });
  await keepSeen(tx, workspaceId, now, [...Map.groupBy(told, keyOf).values()].flatMap(lastSeen));
  await countSignals(tx, workspaceId, now, countsOf(told));
}

function signalOf(sign: FailureSign, wasReached: boolean): Signal {
  if (sign !== "undeliverable") return sign;
  return wasReached ? "blocked" : "unreachable";
}

type Told = Omit<Counted, "count"> & { readonly conversationId: string | null };

function keyOf({ channelId, what }: Pick<Counted, "channelId" | "what">): string {
  return `${channelId} ${what}`;
}

function lastSeen(told: readonly Told[]): SeenThing[] {
  return told.slice(-MOST_SEEN).flatMap(({ channelId, what, conversationId }) => {
    return conversationId === null ? [] : [{ channelId, what, conversationId }];
  });
}

function countsOf(told: readonly Told[]): Counted[] {
  return [...Map.groupBy(told, keyOf).values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ channelId: first.channelId, what: first.what, count: same.length }] : [];
  });
}
