import type { WorkspaceId } from "@galka/core/kernel/ids";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../database.ts";
import type { AudienceRow } from "../audience/audience-query.ts";
import { type IdEnds, recipientId } from "./recipient-id.ts";

export type AudienceToFreeze = {
  readonly campaignId: string;
  readonly people: RawBuilder<AudienceRow>;
  /** From when on they may be written to. */
  readonly dueAt: Date;
  readonly ids: IdEnds;
};

/**
 * Writes down who the audience is at this moment, in one statement; answers how many they are.
 *
 * Their order is random, so that the first of them are like all of them, and
 * their ids have the same order, so that what is written first lies together.
 * It is the same whenever it is made: a restored database makes it once more.
 * Whoever is there already stays as they are.
 */
export async function freezeAudience(
  tx: Tx,
  workspaceId: WorkspaceId,
  { campaignId, people, dueAt, ids }: AudienceToFreeze,
  now: Date,
): Promise<number> {
  const result = await sql`
    insert into campaign_recipients (workspace_id, campaign_id, id, contact_id, step, part, n, state,
                                     due_at, variables, state_at)
    select ${workspaceId}, ${campaignId},
           ${recipientId(ids, sql.raw("a.hex"))},
           a.contact_id, 0, 1, a.n, 'planned', ${dueAt}, a.variables, ${now}
      from (
        select p.contact_id, p.variables, o.n, lpad(to_hex(o.n), 8, '0') as hex
          from (
            select q.contact_id, q.variables,
                   row_number() over (order by hashtextextended(q.contact_id::text || ${campaignId}::text, 0), q.contact_id) as n
              from (${people}) q) p
          cross join lateral (select p.n::int) as o (n)) a
     order by a.n
    on conflict do nothing`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}

/** Has the first so many of the random order go before the others. */
export async function markWave(
  tx: Tx,
  workspaceId: WorkspaceId,
  campaignId: string,
  size: number,
): Promise<void> {
  await sql`
    update campaign_recipients set part = 0
     where workspace_id = ${workspaceId} and campaign_id = ${campaignId}
       and step = 0 and n <= ${size}`.execute(tx);
}

/** How many people are meant at this moment. */
export async function countPeople(tx: Tx, people: RawBuilder<AudienceRow>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (${people}) p`.execute(tx);
  return rows[0]?.count ?? 0;
}
