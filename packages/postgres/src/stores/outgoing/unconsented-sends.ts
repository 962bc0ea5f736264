import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../database.ts";
import { isSettledSince } from "../installation.ts";
import { isOwnedBy } from "./channel-leases.ts";
import type { ClaimWish, Owned } from "./claimed-sends.ts";

/**
 * By which record the person of the send `s` agrees to marketing; whoever they are by now.
 * Message and conversation are found by their keys, one by one: joined, all of them may be read for each send.
 */
function consentOfSend(now: Date) {
  return sql`
    (select consent.id
       from messages m
       cross join lateral (
         select v.contact_id from conversations v
          where v.workspace_id = m.workspace_id and v.id = m.conversation_id offset 0) c
       cross join lateral valid_consent(s.workspace_id, c.contact_id, 'marketing', s.channel_id,
                                        ${now}::timestamptz) as consent (id)
      where m.workspace_id = s.workspace_id and m.id = s.message_id)`;
}

/** Whether the send `s` is of a campaign that was stopped. Each by its key, as above. */
const IS_STOPPED = sql<boolean>`
  exists (select from messages m
           cross join lateral (
             select state from campaigns
              where workspace_id = m.workspace_id and id = m.campaign_id offset 0) k
           where m.workspace_id = s.workspace_id and m.id = s.message_id and k.state = 'stopped')`;

/** For whom: an owner, and how far the database had come when it marked it last. */
export type OfOwner = { readonly owned: Owned; readonly known: ClaimWish["known"] };

/** Cancels those of these whose campaign was stopped; answers their messages. */
export function cancelStopped(
  tx: Tx,
  of: OfOwner,
  sendIds: readonly string[],
  now: Date,
): Promise<string[]> {
  return cancelWhere(tx, of, { sendIds, now, where: IS_STOPPED });
}

/** Cancels those of these that are marketing to somebody who does not agree to it any more; answers their messages. */
export function cancelUnconsented(
  tx: Tx,
  of: OfOwner,
  sendIds: readonly string[],
  now: Date,
): Promise<string[]> {
  const where = sql<boolean>`s.purpose = 'marketing' and ${consentOfSend(now)} is null`;
  return cancelWhere(tx, of, { sendIds, now, where });
}

/** Of the sends `s` that nobody has begun; none for whoever owns the number no more, and in an older copy of the database. */
async function cancelWhere(
  tx: Tx,
  { owned, known }: OfOwner,
  wish: {
    readonly sendIds: readonly string[];
    readonly now: Date;
    readonly where: RawBuilder<boolean>;
  },
): Promise<string[]> {
  const { workspaceId } = owned;
  const { rows } = await sql<{ messageId: string }>`
    update sends s set state = 'cancelled', settled_at = ${wish.now}
     where s.workspace_id = ${workspaceId} and s.id = any(${[...wish.sendIds]}::uuid[])
       and s.state = 'queued' and ${wish.where}
       and ${isOwnedBy(owned, owned.lease)} and ${isSettledSince(known)}
    returning s.message_id as "messageId"`.execute(tx);
  return rows.map(({ messageId }) => messageId);
}
