import type { ConsentPurpose } from "@galka/core/consent/consent";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../database.ts";

export type ConsentWish = {
  readonly purpose: ConsentPurpose;
  readonly channelId: string;
  readonly contactIds: readonly string[];
  /** The business's clock. */
  readonly now: Date;
};

/**
 * The record by which each of these contacts agrees to the purpose on the
 * channel; whoever is not in the answer does not.
 */
export async function findValidConsents(
  tx: Tx,
  workspaceId: WorkspaceId,
  { purpose, channelId, contactIds, now }: ConsentWish,
): Promise<Map<string, string>> {
  if (contactIds.length === 0) return new Map();
  const { rows } = await sql<{ contactId: string; consentId: string }>`
    select t.id as "contactId", v.id as "consentId"
      from unnest(${[...contactIds]}::uuid[]) as t (id)
      cross join lateral
        valid_consent(${workspaceId}, t.id, ${purpose}, ${channelId}, ${now}) as v (id)`.execute(
    tx,
  );
  return new Map(rows.map(({ contactId, consentId }) => [contactId, consentId]));
}

/**
 * The same as an expression of a larger statement, such as one that freezes an
 * audience: the id of the record, or null. `contactId` is a column of it.
 */
export function validConsent(
  workspaceId: WorkspaceId,
  contactId: RawBuilder<unknown>,
  { purpose, channelId, now }: Omit<ConsentWish, "contactIds">,
): RawBuilder<string | null> {
  return sql<string | null>`
    (select v.id from valid_consent(${workspaceId}::uuid, ${contactId}, ${purpose}, ${channelId}::uuid,
                                    ${now}::timestamptz) as v (id))`;
}
