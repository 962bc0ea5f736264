import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import type { AudiencePerson } from "./audience-facts.ts";

/** A contact with what a message to them is made of; of a campaign with the row of its file. */
export async function findPerson(
  tx: Tx,
  workspaceId: WorkspaceId,
  contactId: string,
  campaignId: string | null = null,
): Promise<(AudiencePerson & { readonly step: number; readonly variant: number | null }) | null> {
  const { rows } = await sql<AudiencePerson & { step: number; variant: number | null }>`
    select c.id as "contactId", coalesce(c.name, c.profile_name) as name, c.fields, r.variables,
           coalesce(r.step, 0) as step, r.variant,
           (select value from contact_identities i
             where i.workspace_id = ${workspaceId} and i.contact_id = c.id and i.kind = 'phone'
             order by i.seen_at desc, i.id desc limit 1) as phone
      from contacts c
      left join campaign_recipients r on r.workspace_id = ${workspaceId} and r.contact_id = c.id
           and r.campaign_id = ${campaignId}::uuid and r.step = 0
     where c.workspace_id = ${workspaceId} and c.id = ${contactId}`.execute(tx);
  return rows[0] ?? null;
}
