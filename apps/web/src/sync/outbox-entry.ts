import type { MessageContentJson } from "@galka/contract/json/content";
import type { DraftJson, FileJson } from "@galka/contract/json/message";
import type { RefusalCode } from "@galka/contract/refusals";

/**
 * A message that a member has sent and that has not come back as an event yet.
 *
 * - `waiting`: not handed over; the server could not be reached, or others go first.
 * - `sending`: the call is under way.
 * - `taken`: the server has it; its event is on the way.
 * - `refused`: the server said no. It stays until the member decides.
 *
 * A call whose answer was lost is repeated with the same clientId, which never
 * makes a second message.
 */
export type OutboxEntry = {
  readonly clientId: string;
  readonly conversationId: string;
  readonly draft: DraftJson;
  readonly replyTo: string | null;
  /** The quick reply that it was made of. */
  readonly quickReplyId?: string;
  /** How it looks until the server's own version is here. */
  readonly content: MessageContentJson;
  readonly files: readonly FileJson[];
  readonly at: string;
  readonly state: "waiting" | "sending" | "taken" | "refused";
  readonly refused: RefusalCode | null;
  /** The member wants it sent although a colleague has just answered. */
  readonly afterAnswer?: true;
};

export type OutboxStorage = Pick<Storage, "getItem" | "setItem">;

const KEY = "galka.outbox";

/** What a page before this one did not hand over. What it was handing over is handed over again. */
export function restoreOutbox(storage: OutboxStorage | null): readonly OutboxEntry[] {
  try {
    // What lies under this key was written by `keepOutbox` of this very page.
    const kept = JSON.parse(storage?.getItem(KEY) ?? "[]") as readonly OutboxEntry[];
    return kept.map((entry) =>
      entry.state === "refused" ? entry : { ...entry, state: "waiting" },
    );
  } catch {
    return [];
  }
}

export function keepOutbox(storage: OutboxStorage | null, entries: readonly OutboxEntry[]): void {
  try {
    storage?.setItem(KEY, JSON.stringify(entries));
  } catch {
    // A full or forbidden storage costs the survival of a reload, not the sending.
  }
}
