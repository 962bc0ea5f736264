import type { WorkspaceId } from "@galka/core/kernel/ids";
import { type RawBuilder, sql } from "kysely";

/** The phone number or BSUID of a contact that was seen last, as a lateral select with one `value`. */
export function newestIdentity(
  workspaceId: WorkspaceId,
  contactId: RawBuilder<unknown>,
  kind: "phone" | "bsuid",
) {
  return sql`
    lateral (
      select value from contact_identities i
       where i.workspace_id = ${workspaceId} and i.contact_id = ${contactId} and i.kind = ${kind}
       order by i.seen_at desc, i.id desc limit 1)`;
}
