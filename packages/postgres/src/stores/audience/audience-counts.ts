import type { Asking } from "@galka/core/filters/filter";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import {
  type AudienceRow,
  type ResolvedAudience,
  inAudience,
  selectAudience,
} from "./audience-query.ts";

/** Whoever is in all of these audiences. */
export type Together = readonly [ResolvedAudience, ...ResolvedAudience[]];

/** Counts them, however many they are. */
export async function countTogether(
  tx: Tx,
  workspaceId: WorkspaceId,
  [first, ...others]: Together,
  asking: Asking,
): Promise<number> {
  const people = selectAudience(workspaceId, first, asking);
  const also = others.map((it) => sql`and ${inAudience(it, asking)}`);
  const query =
    also.length === 0
      ? sql<{ count: number }>`select count(*) as count from (${people}) p`
      : sql<{ count: number }>`select count(*) as count from (${people}) p
          join contacts ct on ct.workspace_id = ${workspaceId} and ct.id = p.contact_id
         where true ${sql.join(also, sql` `)}`;
  const { rows } = await query.execute(tx);
  return rows[0]?.count ?? 0;
}

export async function countAllContacts(tx: Tx, workspaceId: WorkspaceId): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from contacts where workspace_id = ${workspaceId}`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** Some contacts more, and how many of them are in each of what was asked. */
export type Draw = {
  readonly drawn: number;
  readonly hits: readonly number[];
  /** Where to draw on; null when there is nobody left. */
  readonly last: number | null;
};

/**
 * Draws the next `size` contacts in the order of their dice, which is no order
 * of anything else: those drawn stand for all, and are the same ones each time.
 */
export async function drawContacts(
  tx: Tx,
  workspaceId: WorkspaceId,
  { after, size }: { readonly after: number | null; readonly size: number },
  asked: { readonly of: readonly Together[]; readonly asking: Asking },
): Promise<Draw> {
  const hits = asked.of.map((together) => {
    const all = together.map((it) => sql`(${inAudience(it, asked.asking)})`);
    return sql`count(*) filter (where ${sql.join(all, sql` and `)})`;
  });
  const { rows } = await sql<{ drawn: number; last: number | null; hits: number[] }>`
    select count(*) as drawn, max(ct.die) as last, json_build_array(${sql.join(hits)}) as hits
      from (select c.* from contacts c
             where c.workspace_id = ${workspaceId} ${after === null ? sql`` : sql`and c.die > ${after}`}
             order by c.die limit ${size}) ct`.execute(tx);
  return rows[0] ?? { drawn: 0, last: null, hits: [] };
}

/** Some of the people of an audience, in no particular order. */
export async function someOfAudience(
  tx: Tx,
  workspaceId: WorkspaceId,
  audience: ResolvedAudience,
  { asking, limit }: { readonly asking: Asking; readonly limit: number },
): Promise<AudienceRow[]> {
  const { rows } = await sql<AudienceRow>`
    select p.contact_id, p.variables from (${selectAudience(workspaceId, audience, asking)}) p
     limit ${limit}`.execute(tx);
  return rows;
}
