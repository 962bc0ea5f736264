import { sql } from "kysely";
import type { Database } from "../database.ts";

/** Who can sign in with this address; the address is compared in lower case. */
export async function findUserIdByEmail(db: Database, email: string): Promise<string | null> {
  const rows = await sql<{ id: string }>`
    select id from auth_users where email = ${email.toLowerCase()}`.execute(db);
  return rows.rows[0]?.id ?? null;
}

/** The addresses of the first few accounts, in the order in which they were made. */
export async function listAccountEmails(db: Database, limit: number): Promise<string[]> {
  const rows = await sql<{ email: string }>`
    select email from auth_users order by created_at, id limit ${limit}`.execute(db);
  return rows.rows.map((row) => row.email);
}

export type SignInLink = {
  readonly tokenHash: Uint8Array;
  readonly userId: string;
  readonly expiresAt: Date;
};

/** Links that were made before for this person stop working. */
export async function replaceSignInLink(db: Database, link: SignInLink): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`delete from sign_in_links where user_id = ${link.userId}`.execute(tx);
    await sql`
      insert into sign_in_links (token_hash, user_id, expires_at)
      values (${Buffer.from(link.tokenHash)}, ${link.userId}, ${link.expiresAt})`.execute(tx);
  });
}

/**
 * Uses a link up, and answers whose it is.
 *
 * One statement, so that of two who use it at once only one gets in. Null for
 * a link that is unknown, used or too old. Goes by the database's clock.
 */
export async function consumeSignInLink(
  db: Database,
  tokenHash: Uint8Array,
): Promise<string | null> {
  const rows = await sql<{ user_id: string }>`
    update sign_in_links set used_at = now()
     where token_hash = ${Buffer.from(tokenHash)} and used_at is null and expires_at > now()
    returning user_id`.execute(db);
  return rows.rows[0]?.user_id ?? null;
}

/** Ends every session of a person: what a changed password has to do. */
export async function endSessionsOfUser(db: Database, userId: string): Promise<void> {
  await sql`delete from auth_sessions where user_id = ${userId}`.execute(db);
}

/** Of these sessions, the ones that have ended: deleted, or past their time. */
export async function listEndedSessions(
  db: Database,
  sessionIds: readonly string[],
): Promise<string[]> {
  if (sessionIds.length === 0) return [];
  const rows = await sql<{ id: string }>`
    select asked.id from unnest(${[...sessionIds]}::uuid[]) as asked(id)
      left join auth_sessions s on s.id = asked.id and s.expires_at > now()
     where s.id is null`.execute(db);
  return rows.rows.map((row) => row.id);
}
