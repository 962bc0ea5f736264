import { phoneForms } from "@galka/core/contacts/phone-forms";
import type { ContactId, ConversationId, Id, WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** Who the other person of an imported chat is, and where the chat belongs. */
export type ImportTarget = {
  readonly channelId: string;
  readonly contactName: string;
  /** Digits with the country code. */
  readonly contactPhone: string | null;
};

/** What a conversation that is not there yet is made with. */
export type TargetBirth = {
  readonly nextId: <Kind extends string>() => Id<Kind>;
  readonly now: Date;
  /** When the oldest message of the file was written: the conversation is as old as that until one is in. */
  readonly firstAt: Date;
};

export type TargetFound = {
  readonly contactId: ContactId;
  readonly conversationId: ConversationId;
  readonly isNewContact: boolean;
};

/**
 * The conversation that an imported chat belongs to, made if it is not there.
 *
 * The contact is whoever has the phone number. Without one, or with one that
 * nobody has, it is the contact of an earlier import of the same name into the
 * same channel, as long as no other number is known of them; so a repeated
 * import ends in the same conversation. Otherwise the contact is made. A name
 * alone never picks a contact that no import made: two people may share it.
 *
 * Takes a lock on the channel's imports until `tx` ends, so that two imports of
 * one chat at once do not make two contacts.
 */
export async function openImportTarget(
  tx: Tx,
  workspaceId: WorkspaceId,
  target: ImportTarget,
  birth: TargetBirth,
): Promise<TargetFound> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`galka.import ${target.channelId}`}, 0))`.execute(
    tx,
  );
  const known = await findContact(tx, workspaceId, target);
  const contactId = known ?? birth.nextId<"contact">();
  const being = { ...target, ...birth, contactId };
  if (known === null) await insertContact(tx, workspaceId, being);
  if (target.contactPhone !== null) {
    await giveIdentity(tx, workspaceId, { ...being, phone: target.contactPhone });
  }
  const conversationId = await openConversation(tx, workspaceId, being);
  return { contactId, conversationId, isNewContact: known === null };
}

type Being = ImportTarget & TargetBirth & { readonly contactId: ContactId };

async function findContact(
  tx: Tx,
  workspaceId: WorkspaceId,
  { channelId, contactName, contactPhone }: ImportTarget,
): Promise<ContactId | null> {
  const forms = contactPhone === null ? [] : [...phoneForms(contactPhone)];
  const { rows: byPhone } = await sql<{ id: ContactId }>`
    select contact_id as id from contact_identities
     where workspace_id = ${workspaceId} and kind = 'phone' and value = any(${forms}::text[])
     order by value = ${contactPhone ?? ""} desc limit 1`.execute(tx);
  if (byPhone[0]) return byPhone[0].id;

  const { rows: byImport } = await sql<{ id: ContactId }>`
    select c.contact_id as id
      from chat_imports i
      join conversations c on c.workspace_id = i.workspace_id and c.id = i.conversation_id
     where i.workspace_id = ${workspaceId} and c.channel_id = ${channelId}
       and i.choices ->> 'contactName' = ${contactName}
       and (${contactPhone === null} or not exists (
         select from contact_identities n
          where n.workspace_id = ${workspaceId} and n.contact_id = c.contact_id and n.kind = 'phone'))
     order by i.created_at desc limit 1`.execute(tx);
  return byImport[0]?.id ?? null;
}

async function insertContact(
  tx: Tx,
  workspaceId: WorkspaceId,
  { contactId, contactName, now }: Being,
): Promise<void> {
  await sql`
    insert into contacts (workspace_id, id, name, created_at, updated_at)
    values (${workspaceId}, ${contactId}, ${contactName}, ${now}, ${now})`.execute(tx);
}

/** A number that a message has just made known under another form stays whose it is. */
async function giveIdentity(
  tx: Tx,
  workspaceId: WorkspaceId,
  { contactId, phone, nextId, now }: Being & { readonly phone: string },
): Promise<void> {
  await sql`
    insert into contact_identities (workspace_id, id, contact_id, kind, value, created_at, seen_at)
    select ${workspaceId}::uuid, ${nextId<"identity">()}::uuid, ${contactId}::uuid, 'phone', ${phone},
           ${now}::timestamptz, ${now}::timestamptz
     where not exists (
       select from contact_identities
        where workspace_id = ${workspaceId} and kind = 'phone' and value = any(${[...phoneForms(phone)]}::text[]))
    on conflict on constraint contact_identities_one_owner do nothing`.execute(tx);
}

async function openConversation(
  tx: Tx,
  workspaceId: WorkspaceId,
  { contactId, channelId, nextId, now, firstAt }: Being,
): Promise<ConversationId> {
  await sql`
    insert into conversations (workspace_id, id, channel_id, contact_id, status, last_message_at, created_at)
    values (${workspaceId}, ${nextId<"conversation">()}, ${channelId}, ${contactId}, 'open', ${firstAt}, ${now})
    on conflict on constraint conversations_one_per_contact do nothing`.execute(tx);
  const { rows } = await sql<{ id: ConversationId }>`
    select id from conversations
     where workspace_id = ${workspaceId} and channel_id = ${channelId} and contact_id = ${contactId}`.execute(
    tx,
  );
  const [found] = rows;
  if (!found) throw new Error("A conversation that was just opened is gone.");
  return found.id;
}
