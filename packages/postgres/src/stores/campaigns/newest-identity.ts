import type { WorkspaceId } from "@galka/core/kernel/ids";
import { type RawBuilder, sql } from "kysely";

/**
 * The phone number or BSUID of a contact that was seen last, as a lateral select with one `value`.
 * Out of those of the contact (`offset 0`): by their kind, all of the workspace may be looked at for each.
 */
export function newestIdentity(
  workspaceId: WorkspaceId,
  contactId: RawBuilder<unknown>,
  kind: "phone" | "bsuid",
) {
  return sql`
    lateral (
      select value from (
        select kind, value, seen_at, id from contact_identities
         where workspace_id = ${workspaceId} and contact_id = ${contactId} offset 0) i
       where i.kind = ${kind}
       order by i.seen_at desc, i.id desc limit 1)`;
}
