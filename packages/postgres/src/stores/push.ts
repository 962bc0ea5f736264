import { type MemberId, type WorkspaceId, idOf } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Database, Tx } from "../database.ts";

/** A browser that wants to be told. */
export type PushSubscription = {
  readonly id: string;
  readonly memberId: string;
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
};

export type SealedPushKeys = { readonly publicKey: string; readonly privateKey: Uint8Array };

export async function findPushKeys(db: Database | Tx): Promise<SealedPushKeys | null> {
  const { rows } = await sql<{ public_key: string; private_key: Uint8Array }>`
    select public_key, private_key from push_keys`.execute(db);
  const row = rows[0];
  return row ? { publicKey: row.public_key, privateKey: row.private_key } : null;
}

/** Keeps the keys unless there are some: of two that make them at once the first one's stay. */
export async function insertPushKeys(db: Database, keys: SealedPushKeys): Promise<void> {
  await sql`
    insert into push_keys (public_key, private_key)
    values (${keys.publicKey}, ${Buffer.from(keys.privateKey)}) on conflict do nothing`.execute(db);
}

export async function replacePrivateKey(db: Database, sealed: Uint8Array): Promise<void> {
  await sql`update push_keys set private_key = ${Buffer.from(sealed)}`.execute(db);
}

/** More browsers than this nobody has; the oldest are forgotten. */
const MOST_OF_A_MEMBER = 10;

/** A browser that was another member's is this one's from then on: somebody else signed in there. */
export async function saveSubscription(
  tx: Tx,
  workspaceId: WorkspaceId,
  now: Date,
  subscription: PushSubscription,
): Promise<void> {
  const { id, memberId, endpoint, p256dh, auth } = subscription;
  await sql`
    insert into push_subscriptions (workspace_id, id, member_id, endpoint, p256dh, auth, created_at)
    values (${workspaceId}, ${id}, ${memberId}, ${endpoint}, ${p256dh}, ${auth}, ${now})
    on conflict (workspace_id, endpoint) do update
       set member_id = excluded.member_id, p256dh = excluded.p256dh, auth = excluded.auth`.execute(
    tx,
  );
  await sql`
    delete from push_subscriptions
     where workspace_id = ${workspaceId} and id in (
       select id from push_subscriptions
        where workspace_id = ${workspaceId} and member_id = ${memberId}
        order by created_at desc, id desc offset ${MOST_OF_A_MEMBER})`.execute(tx);
}

export async function deleteSubscriptions(
  tx: Tx,
  workspaceId: WorkspaceId,
  endpoints: readonly string[],
): Promise<void> {
  await sql`
    delete from push_subscriptions
     where workspace_id = ${workspaceId} and endpoint = any(${[...endpoints]}::text[])`.execute(tx);
}

/** The browsers of members who want notifications. */
export async function listSubscriptions(
  tx: Tx,
  workspaceId: WorkspaceId,
): Promise<PushSubscription[]> {
  const { rows } = await sql<PushSubscription>`
    select s.id, s.member_id as "memberId", s.endpoint, s.p256dh, s.auth
      from push_subscriptions s
      join members m on m.workspace_id = s.workspace_id and m.id = s.member_id
     where s.workspace_id = ${workspaceId} and m.deactivated_at is null and (m.preferences ->> 'notifications')::boolean`.execute(
    tx,
  );
  return rows;
}

export async function hasSubscription(
  tx: Tx,
  workspaceId: WorkspaceId,
  memberId: MemberId,
  endpoint: string,
): Promise<boolean> {
  const { rows } = await sql`
    select from push_subscriptions
     where workspace_id = ${workspaceId} and member_id = ${memberId} and endpoint = ${endpoint}`.execute(
    tx,
  );
  return rows.length > 0;
}

/** Every workspace that has somebody to push to. */
export async function listWorkspacesToPush(db: Database): Promise<WorkspaceId[]> {
  const { rows } = await sql<{ workspace_id: string }>`
    select workspace_id from workspaces_to_push()`.execute(db);
  return rows.map((row) => idOf(row.workspace_id));
}

/**
 * Locks the place up to which a workspace has been told; null when another process has it.
 *
 * A workspace that has none yet starts at its newest event: what is old is no news.
 */
export async function lockPushCursor(tx: Tx, workspaceId: WorkspaceId): Promise<number | null> {
  await sql`
    insert into push_cursors (workspace_id, seq)
    select id, last_seq from workspaces where id = ${workspaceId}
    on conflict do nothing`.execute(tx);
  const { rows } = await sql<{ seq: number }>`
    select seq from push_cursors where workspace_id = ${workspaceId} for update skip locked`.execute(
    tx,
  );
  return rows[0]?.seq ?? null;
}

export async function movePushCursor(tx: Tx, workspaceId: WorkspaceId, seq: number): Promise<void> {
  await sql`update push_cursors set seq = ${seq} where workspace_id = ${workspaceId}`.execute(tx);
}
