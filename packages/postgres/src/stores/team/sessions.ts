import type { Member } from "@galka/core/workspaces/member";
import { sql } from "kysely";
import type { Database, Tx } from "../../database.ts";
import { type MemberOfUserRow, memberFromRow } from "../members.ts";

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

/** A session that stands, and whose it is. */
export type StandingSession = {
  readonly id: string;
  readonly token: string;
  readonly member: Member;
  /** Whether its use was noted last more than a minute ago. */
  readonly isToBeNoted: boolean;
};

/**
 * Of these tokens, the sessions that stand and whose account is a member somewhere,
 * in the workspace that they joined first.
 */
export async function findStandingSessions(
  db: Database,
  tokens: readonly string[],
): Promise<StandingSession[]> {
  const rows = await sql<MemberOfUserRow & { session_id: string; token: string; noted: boolean }>`
    select s.id as session_id, s.token, s.last_seen_at >= now() - interval '1 minute' as noted,
           m.workspace_id, m.member_id as id, m.member_name as name,
           m.role, m.role_id, m.permissions, u.email
      from auth_sessions s
      join auth_users u on u.id = s.user_id
     cross join lateral (select * from workspaces_of_user(s.user_id) limit 1) m
     where s.token = any(${[...tokens]}) and s.expires_at > now()`.execute(db);
  return rows.rows.map((row) => ({
    id: row.session_id,
    token: row.token,
    member: memberFromRow(row),
    isToBeNoted: !row.noted,
  }));
}

/**
 * Notes that sessions are in use. One that is used goes on: it ends `days` after its last use.
 *
 * A session that somebody else is changing at this moment is left for the next
 * time, so two processes that note the same ones never wait for each other.
 */
export async function noteSessionsUsed(
  db: Database,
  ids: readonly string[],
  days: number,
): Promise<void> {
  await sql`
    update auth_sessions s
       set last_seen_at = now(), expires_at = now() + make_interval(days => ${days})
      from (select id from auth_sessions where id = any(${[...ids]}::uuid[])
               for no key update skip locked) as free
     where s.id = free.id`.execute(db);
}

/** Sessions past their time; nobody can use them any more. */
export async function deleteExpiredSessions(db: Database): Promise<void> {
  await sql`delete from auth_sessions where expires_at <= now()`.execute(db);
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
