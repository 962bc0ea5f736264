import type { ConsentDecision } from "@galka/core/consent/consent";
import type { Refused } from "@galka/core/kernel/refused";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Tx } from "@galka/postgres/database";
import { findWording } from "@galka/postgres/stores/consent/wordings";

/** What was said, as whoever records it tells. */
export type Said = {
  readonly channelId: string | null;
  readonly decision: ConsentDecision;
  readonly wordingId?: string;
  readonly wording?: string;
  readonly at?: Date;
  readonly expiresAt?: Date;
};

export type SaidRefused = Refused<
  "invalid-request",
  { readonly problems: readonly { readonly field: string; readonly problem: string }[] }
>;

export type SaidHow = {
  readonly channelId: string | null;
  readonly decision: ConsentDecision;
  readonly at: Date;
  readonly expiresAt: Date | null;
  readonly wording: string | null;
  readonly wordingId: string | null;
};

/** Finds the exact words, and refuses what proves nothing: a grant without words, or one of tomorrow. */
export async function saidHow(
  tx: Tx,
  workspaceId: WorkspaceId,
  said: Said,
  now: Date,
): Promise<SaidHow | SaidRefused> {
  const { channelId, decision, wordingId } = said;
  const found = wordingId === undefined ? null : await findWording(tx, workspaceId, wordingId);
  if (wordingId !== undefined && !found) return invalid("wordingId", "there are no such words");
  const wording = found?.text ?? said.wording ?? null;
  if (decision === "granted" && wording === null) {
    return invalid("wording", "say which words the contact agreed to");
  }
  const at = said.at ?? now;
  if (at > now) return invalid("at", "this lies in the future");
  const expiresAt = said.expiresAt ?? null;
  if (expiresAt !== null && expiresAt <= at) {
    return invalid("expiresAt", "this is over before it begins");
  }
  return { channelId, decision, at, expiresAt, wording, wordingId: found?.id ?? null };
}

export function invalid(field: string, problem: string): SaidRefused {
  return { refused: "invalid-request", problems: [{ field, problem }] };
}
