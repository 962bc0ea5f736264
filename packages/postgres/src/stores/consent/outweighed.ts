import type { ConsentPurpose } from "@galka/core/consent/consent";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** Who, and when, to what and for which number they are said to have agreed. */
export type SaidToAgree = {
  readonly contactId: string;
  readonly at: Date;
  readonly purposes: readonly ConsentPurpose[];
  readonly channelId: string | null;
};

/**
 * For how many of these people a withdrawal counts more than what they are said
 * to have agreed to; and for how many of them it is remembered of
 * somebody who was erased.
 */
export async function countOutweighed(
  tx: Tx,
  workspaceId: WorkspaceId,
  said: readonly SaidToAgree[],
): Promise<{ readonly people: number; readonly remembered: number }> {
  const { rows } = await sql<{ people: number; remembered: number }>`
    select count(distinct r.contact_id)::int as people,
           (count(distinct r.contact_id) filter (where r.evidence ? 'keptSince'))::int as remembered
      from jsonb_to_recordset(${JSON.stringify(said)}::jsonb)
             as p ("contactId" uuid, at timestamptz, purposes jsonb, "channelId" uuid)
      join consent_records r on r.workspace_id = ${workspaceId} and r.contact_id = p."contactId"
     where p.purposes ? r.purpose and r.decision = 'withdrawn'
       and (r.channel_id is null or p."channelId" is null or r.channel_id = p."channelId")
       and (r.at >= p.at or r.way = 'meta-preference')
       and not exists (
         select from consent_records g
          where g.workspace_id = r.workspace_id and g.contact_id = r.contact_id and g.purpose = r.purpose
            and g.decision = 'granted' and g.at > r.at
            and (g.way = 'meta-preference') = (r.way = 'meta-preference')
            and (g.channel_id is null or g.channel_id is not distinct from r.channel_id))`.execute(
    tx,
  );
  return rows[0] ?? { people: 0, remembered: 0 };
}
