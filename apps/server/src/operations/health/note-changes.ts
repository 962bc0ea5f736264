import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Tx } from "@galka/postgres/database";
import type { FactChange, TopicChange } from "@galka/postgres/stores/channel-state";
import {
  type HealthEvent,
  type HealthEventKind,
  insertHealthEvents,
} from "@galka/postgres/stores/health/history";
import type { App } from "../../app.ts";

/** What of a number's facts belongs to its health. */
const KINDS: Readonly<Record<string, HealthEventKind>> = {
  quality: "quality",
  tier: "tier",
  throughput: "throughput",
  restriction: "account",
  ban: "account",
  violation: "account",
  alert: "account",
};

/** Writes into the history of numbers what was told of them; answers whether any of it is about health. */
export async function noteChanges(
  {
    app,
    tx,
    workspaceId,
  }: { readonly app: App; readonly tx: Tx; readonly workspaceId: WorkspaceId },
  at: Date,
  changed: readonly FactChange[],
): Promise<boolean> {
  const events = changed.flatMap(({ channelId, topics }) =>
    topics.flatMap((change): HealthEvent[] => {
      const kind = KINDS[change.topic];
      if (kind === undefined) return [];
      return [
        { id: app.ids.next(), channelId, at, kind, memberId: null, ...sidesOf(kind, change) },
      ];
    }),
  );
  await insertHealthEvents(tx, workspaceId, events);
  return events.length > 0;
}

/** Of the account it has to be said which word it was. */
function sidesOf(kind: HealthEventKind, { topic, before, after }: TopicChange) {
  if (kind !== "account") return { before, after };
  return {
    before: before === null ? null : { topic, word: before },
    after: { topic, word: after },
  };
}
