import { sql } from "kysely";
import type { Database, Tx } from "../../database.ts";

/** A device on which an account is signed in. */
export type SessionView = {
  readonly id: string;
  readonly userAgent: string | null;
  readonly address: string | null;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
};

type SessionRow = {
  id: string;
  user_agent: string | null;
  ip_address: string | null;
  created_at: Date;
  last_seen_at: Date;
};

/** The sessions of an account that still stand, the one that was used last first. */
export async function listSessions(db: Database | Tx, userId: string): Promise<SessionView[]> {
  const rows = await sql<SessionRow>`
    select id, user_agent, ip_address, created_at, last_seen_at
      from auth_sessions
     where user_id = ${userId} and expires_at > now()
     order by last_seen_at desc, id`.execute(db);
  return rows.rows.map((row) => ({
    id: row.id,
    userAgent: row.user_agent === "" ? null : row.user_agent,
    address: row.ip_address === "" ? null : row.ip_address,
    startedAt: row.created_at,
    lastSeenAt: row.last_seen_at,
  }));
}

/** Notes that a session is in use, at most once a minute. */
export async function touchSession(db: Database, id: string): Promise<void> {
  await sql`
    update auth_sessions set last_seen_at = now()
     where id = ${id} and last_seen_at < now() - interval '1 minute'`.execute(db);
}

/** Which sessions of an account are to end. */
export type Ending = { readonly only: string } | { readonly except: string } | "all";

/** Ends sessions of an account; answers which ones those were. */
export async function endSessions(
  db: Database | Tx,
  userId: string,
  which: Ending,
): Promise<string[]> {
  const chosen =
    which === "all"
      ? sql`true`
      : "only" in which
        ? sql`id = ${which.only}`
        : sql`id <> ${which.except}`;
  const rows = await sql<{ id: string }>`
    delete from auth_sessions where user_id = ${userId} and ${chosen} returning id`.execute(db);
  return rows.rows.map((row) => row.id);
}

/** Takes the second factor of an account away, as if it had never been set up. */
export async function deleteTwoFactor(db: Database | Tx, userId: string): Promise<void> {
  await sql`delete from auth_two_factors where user_id = ${userId}`.execute(db);
  await sql`update auth_users set two_factor_enabled = false where id = ${userId}`.execute(db);
}

export async function hasTwoFactor(db: Database | Tx, userId: string): Promise<boolean> {
  const rows = await sql<{ two_factor_enabled: boolean }>`
    select two_factor_enabled from auth_users where id = ${userId}`.execute(db);
  return rows.rows[0]?.two_factor_enabled ?? false;
}
