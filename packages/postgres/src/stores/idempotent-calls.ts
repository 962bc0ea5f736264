import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../database.ts";
import { jsonText } from "../json-text.ts";

/** Whose key it is. */
export type CallKey = { readonly memberId: string; readonly key: string };

export type KnownCall = {
  readonly request: string;
  /** Null while nobody knows what became of it. */
  readonly answer: unknown;
  readonly isAnswered: boolean;
};

/** Takes a key for a request; answers what is known of it when it was taken before. */
export async function takeKey(
  tx: Tx,
  workspaceId: WorkspaceId,
  { memberId, key }: CallKey,
  request: string,
): Promise<KnownCall | "taken"> {
  const result = await sql`
    insert into idempotent_calls (workspace_id, member_id, key, request, created_at)
    values (${workspaceId}, ${memberId}, ${key}, ${request}, now())
    on conflict do nothing`.execute(tx);
  if ((result.numAffectedRows ?? 0n) > 0n) return "taken";
  const { rows } = await sql<KnownCall>`
    select request, answer, status is not null as "isAnswered" from idempotent_calls
     where workspace_id = ${workspaceId} and member_id = ${memberId} and key = ${key}`.execute(tx);
  // Between the two it was given back: whoever asks again takes it.
  return rows[0] ?? { request, answer: null, isAnswered: false };
}

export async function saveAnswer(
  tx: Tx,
  workspaceId: WorkspaceId,
  { memberId, key }: CallKey,
  answer: object,
): Promise<void> {
  await sql`
    update idempotent_calls set status = 200, answer = ${jsonText(answer)}::jsonb
     where workspace_id = ${workspaceId} and member_id = ${memberId} and key = ${key}`.execute(tx);
}

/** Gives a key back: nothing was done under it. */
export async function giveKeyBack(
  tx: Tx,
  workspaceId: WorkspaceId,
  { memberId, key }: CallKey,
): Promise<void> {
  await sql`
    delete from idempotent_calls
     where workspace_id = ${workspaceId} and member_id = ${memberId} and key = ${key}`.execute(tx);
}

/** Forgets the keys of calls that nobody repeats any more. */
export async function forgetKeys(
  tx: Tx,
  workspaceId: WorkspaceId,
  olderThanHours: number,
): Promise<void> {
  await sql`
    delete from idempotent_calls
     where workspace_id = ${workspaceId}
       and created_at < now() - make_interval(hours => ${olderThanHours}::int)`.execute(tx);
}
