import type { ContactId, WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import type { NewEvent } from "../events.ts";

type Merge = { readonly loser: ContactId; readonly winner: ContactId };

/**
 * Makes two contacts one. No message is lost: a thread of the loser becomes the
 * winner's, or its messages go into the thread that the winner has on that number.
 */
export async function mergeContacts(
  tx: Tx,
  workspaceId: WorkspaceId,
  merges: readonly Merge[],
): Promise<NewEvent[]> {
  const events: NewEvent[] = [];
  for (const merge of merges) {
    events.push(...(await mergeThreads(tx, workspaceId, merge)));
    await sql`
      update contacts w
         set name = coalesce(w.name, l.name), fields = l.fields || w.fields
        from contacts l
       where w.workspace_id = ${workspaceId} and w.id = ${merge.winner}
         and l.workspace_id = ${workspaceId} and l.id = ${merge.loser}`.execute(tx);
    await sql`
      update contact_identities set contact_id = ${merge.winner}
       where workspace_id = ${workspaceId} and contact_id = ${merge.loser}`.execute(tx);
    await sql`
      delete from contacts where workspace_id = ${workspaceId} and id = ${merge.loser}`.execute(tx);
  }
  return events;
}

async function mergeThreads(
  tx: Tx,
  workspaceId: WorkspaceId,
  { loser, winner }: Merge,
): Promise<NewEvent[]> {
  const { rows } = await sql<{ from_id: string; to_id: string | null }>`
    select l.id as from_id, w.id as to_id
      from conversations l
      left join conversations w
        on w.workspace_id = l.workspace_id and w.channel_id = l.channel_id and w.contact_id = ${winner}
     where l.workspace_id = ${workspaceId} and l.contact_id = ${loser}
     order by l.id for update of l`.execute(tx);
  const events: NewEvent[] = [];
  for (const { from_id: from, to_id: to } of rows) {
    if (to === null) {
      await sql`
        update conversations set contact_id = ${winner}
         where workspace_id = ${workspaceId} and id = ${from}`.execute(tx);
      events.push({ kind: "conversation-changed", conversationId: from });
    } else {
      await moveMessages(tx, workspaceId, from, to);
      events.push(
        { kind: "conversation-removed", conversationId: from },
        { kind: "conversation-refilled", conversationId: to },
      );
    }
  }
  return events;
}

async function moveMessages(
  tx: Tx,
  workspaceId: WorkspaceId,
  from: string,
  to: string,
): Promise<void> {
  await sql`
    update messages m
       set conversation_id = ${to},
           import_key = case when exists (
             select from messages t
              where t.workspace_id = ${workspaceId} and t.conversation_id = ${to}
                and t.import_key = m.import_key) then null else m.import_key end
     where m.workspace_id = ${workspaceId} and m.conversation_id = ${from}`.execute(tx);
  await sql`
    update message_texts set conversation_id = ${to}
     where workspace_id = ${workspaceId} and conversation_id = ${from}`.execute(tx);
  await sql`
    update chat_imports set conversation_id = ${to}
     where workspace_id = ${workspaceId} and conversation_id = ${from}`.execute(tx);
  await sql`
    update conversations t
       set last_inbound_at = greatest(t.last_inbound_at, f.last_inbound_at),
           unread_count = t.unread_count + f.unread_count,
           last_message_id = case when f.last_message_id is not null and
             (t.last_message_id is null or (f.last_message_at, f.last_message_id) > (t.last_message_at, t.last_message_id))
             then f.last_message_id else t.last_message_id end,
           last_message_at = greatest(t.last_message_at, f.last_message_at),
           status = case when f.status = 'open' then 'open' else t.status end
      from conversations f
     where t.workspace_id = ${workspaceId} and t.id = ${to}
       and f.workspace_id = ${workspaceId} and f.id = ${from}`.execute(tx);
  await sql`
    delete from conversations where workspace_id = ${workspaceId} and id = ${from}`.execute(tx);
}
