import type { RecipientState } from "@galka/core/campaigns/recipient";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import type { InTwoLanguages } from "../channel-state.ts";
import { newestIdentity } from "./newest-identity.ts";

/** Everything that is known of one person of a campaign, with what their message cost. */
export type ExportedRecipient = {
  readonly id: string;
  readonly contactId: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly step: number;
  readonly variant: number | null;
  readonly state: RecipientState;
  readonly problem: string | null;
  readonly explanation: InTwoLanguages | null;
  readonly queuedAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly stateAt: Date;
  readonly tappedAt: Date | null;
  readonly answeredAt: Date | null;
  readonly optedOutAt: Date | null;
  /** In millionths of the currency, as text; null while nothing was booked. */
  readonly amountMicros: string | null;
  readonly currency: string | null;
  /** Why it costs that. */
  readonly priceReason: string | null;
};

/** So many of a campaign's people after one of them, in the order in which they are written to. */
export async function exportRecipients(
  tx: Tx,
  workspaceId: WorkspaceId,
  campaignId: string,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<ExportedRecipient[]> {
  const { rows } = await sql<ExportedRecipient>`
    with found as materialized (
      select * from campaign_recipients r
       where r.workspace_id = ${workspaceId} and r.campaign_id = ${campaignId}
         and (${after}::uuid is null or r.id > ${after}::uuid)
       order by r.id limit ${limit}
    )
    select r.id, r.contact_id as "contactId", coalesce(c.name, c.profile_name) as name, p.value as phone,
           r.step, r.variant, r.state, r.problem, m.failure -> 'explanation' as explanation,
           r.queued_at as "queuedAt", b.delivered_at as "deliveredAt", r.state_at as "stateAt",
           r.tapped_at as "tappedAt", r.answered_at as "answeredAt", r.opted_out_at as "optedOutAt",
           b.amount_micros::text as "amountMicros", b.currency, b.reason as "priceReason"
      from found r
      left join contacts c on c.workspace_id = ${workspaceId} and c.id = r.contact_id
      left join messages m on m.workspace_id = ${workspaceId} and m.id = r.id
      left join bookings b on b.workspace_id = ${workspaceId} and b.message_id = r.id
      left join ${newestIdentity(workspaceId, sql`r.contact_id`, "phone")} p on true
     order by r.id`.execute(tx);
  return rows;
}
