import { LATEST_MS } from "@galka/core/automations/guards";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Tx } from "@galka/postgres/database";
import {
  type Awaited,
  type NewOccurrence,
  insertOccurrences,
  listAwaited,
} from "@galka/postgres/stores/rules/occurrences";
import type { App } from "../../app.ts";

/**
 * A message that sets rules off: one of a contact, heard as it came, or one that
 * a member sent from here. Neither history nor what was written on the phone does.
 */
export type NotedMessage = {
  readonly id: string;
  readonly conversationId: string;
  readonly direction: "in" | "out";
  readonly at: Date;
};

type Desk = { readonly app: App; readonly tx: Tx; readonly workspaceId: WorkspaceId };

const MINUTE_MS = 60_000;

/**
 * Keeps for the rules that these messages came or went, in the transaction of the messages.
 *
 * One question for all of them together; where no rule is on, that is all. What
 * is old already when it is heard, as the history of a number that was just
 * connected, sets nothing off. Answers whether any rule waits for such.
 */
export async function noteMessages(
  { app, tx, workspaceId }: Desk,
  messages: readonly NotedMessage[],
): Promise<boolean> {
  const latest = app.clock.now().getTime() - LATEST_MS;
  const fresh = messages.filter(({ at }) => at.getTime() >= latest);
  if (fresh.length === 0) return false;
  const awaited = await listAwaited(tx, workspaceId);
  if (awaited.length === 0) return false;
  await insertOccurrences(
    tx,
    workspaceId,
    fresh.flatMap((message) => occurrencesOf(message, awaited)),
  );
  return true;
}

function occurrencesOf(message: NotedMessage, awaited: readonly Awaited[]): NewOccurrence[] {
  const { id: messageId, conversationId, direction, at } = message;
  const isHeard = direction === "in";
  const about = { conversationId, messageId };
  const wantsMessages = awaited.some(({ kind }) => kind === "message" || kind === "greeting");
  const silence = isHeard ? "member-silent" : "contact-silent";
  const silences = awaited.flatMap(({ kind, afterMinutes }) =>
    kind === silence && afterMinutes !== null
      ? [
          {
            ...about,
            kind: silence,
            afterMinutes,
            dueAt: new Date(at.getTime() + afterMinutes * MINUTE_MS),
          } as const,
        ]
      : [],
  );
  if (!isHeard || !wantsMessages) return silences;
  return [{ ...about, kind: "message", afterMinutes: 0, dueAt: at }, ...silences];
}
