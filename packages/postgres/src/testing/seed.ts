import { randomUUID } from "node:crypto";
import { PLAIN_PLAN } from "@galka/core/campaigns/plan";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { MessageContent } from "@galka/core/messages/content";
import { searchableText } from "@galka/core/messages/searchable";
import { sql } from "kysely";
import { type Database, type Tx, inWorkspace } from "../database.ts";
import { appendEvents } from "../stores/events.ts";

/** One of everything, in one workspace, by its ids. */
export type Seeded = {
  readonly channelId: string;
  readonly contactId: string;
  readonly conversationId: string;
  readonly messageId: string;
  readonly importId: string;
  readonly parkedId: string;
  readonly fileId: string;
  readonly viewId: string;
  readonly labelId: string;
  readonly segmentId: string;
  readonly audienceListId: string;
  readonly scheduledId: string;
  readonly quickReplyId: string;
  readonly macroId: string;
  /** Of the first member, where there is one. */
  readonly bulkChangeId: string;
  readonly peopleChangeId: string;
  readonly memberId: string;
  readonly invitationId: string;
  readonly roleId: string;
  readonly teamId: string;
  readonly sessionId: string;
  readonly fieldId: string;
  readonly contactImportId: string;
  readonly mergeId: string;
  readonly ruleId: string;
  readonly slaPolicyId: string;
  readonly templateDraftId: string;
  readonly campaignId: string;
  readonly wordingId: string;
  readonly tariffId: string;
  readonly budgetId: string;
};

/** An import that understood nothing, for there was nothing. */
const TEMPLATE = JSON.stringify({
  name: "order_ready",
  language: "en_US",
  category: "utility",
  parameterFormat: "positional",
  header: null,
  body: "Your order is ready.",
  footer: null,
  buttons: [],
});

const IMPORT = {
  source: { sha256: "0".repeat(64), sizeBytes: 0, kind: "text", format: {} },
  report: {
    platform: "unknown",
    clock: "unknown",
    dateOrder: "day-month",
    dateOrderIsCertain: false,
    dateReadings: [],
    languages: [],
    senders: [],
    messages: 0,
    systemLines: 0,
    attachments: 0,
    missingAttachments: 0,
    omitted: 0,
    from: null,
    to: null,
    unreadLines: [],
    unreadLineCount: 0,
    sample: [],
  },
};

const PLAN = {
  ...PLAIN_PLAN,
  messages: [{ templateId: "1", values: [], files: [] }],
};

/** Puts one of everything into a workspace. What a test looks at it gives itself. */
export async function seedWorkspace(
  db: Database,
  workspaceId: WorkspaceId,
  given: { readonly name?: string | null; readonly phone?: string; readonly text?: string } = {},
): Promise<Seeded> {
  const ids = {
    channelId: randomUUID(),
    contactId: randomUUID(),
    conversationId: randomUUID(),
    messageId: randomUUID(),
    importId: randomUUID(),
    parkedId: randomUUID(),
    fileId: randomUUID(),
    viewId: randomUUID(),
    labelId: randomUUID(),
    segmentId: randomUUID(),
    audienceListId: randomUUID(),
    scheduledId: randomUUID(),
    quickReplyId: randomUUID(),
    macroId: randomUUID(),
    bulkChangeId: randomUUID(),
    peopleChangeId: randomUUID(),
    memberId: randomUUID(),
    invitationId: randomUUID(),
    roleId: randomUUID(),
    teamId: randomUUID(),
    sessionId: randomUUID(),
    fieldId: randomUUID(),
    contactImportId: randomUUID(),
    mergeId: randomUUID(),
    ruleId: randomUUID(),
    slaPolicyId: randomUUID(),
    templateDraftId: randomUUID(),
    campaignId: randomUUID(),
    wordingId: randomUUID(),
    tariffId: randomUUID(),
    budgetId: randomUUID(),
  };
  const { name = "Luz", phone = randomDigits(), text = "Hola" } = given;
  const phoneNumberId = randomDigits();
  const at = new Date("2026-11-22T12:00:00Z");
  await inWorkspace(db, workspaceId, async (tx) => {
    await sql`
      insert into channels (workspace_id, id, kind, name, status, base_url, api_version, waba_id,
                            phone_number_id, display_phone, verified_name, secrets, created_at)
      values (${workspaceId}, ${ids.channelId}, 'whatsapp', 'Shop', 'connected', 'https://graph.test',
              'v26.0', '2002', ${phoneNumberId}, '+49 30 901820', 'Shop', ''::bytea, ${at})`.execute(
      tx,
    );
    await sql`
      insert into contacts (workspace_id, id, profile_name, created_at, updated_at)
      values (${workspaceId}, ${ids.contactId}, ${name}, ${at}, ${at})`.execute(tx);
    await sql`
      insert into contact_identities (workspace_id, id, contact_id, kind, value, created_at)
      values (${workspaceId}, ${randomUUID()}, ${ids.contactId}, 'phone', ${phone}, ${at})`.execute(
      tx,
    );
    await sql`
      insert into consent_wordings (workspace_id, id, name, language, version, text, created_at)
      values (${workspaceId}, ${ids.wordingId}, 'Offers', 'en', (
        select 1 + count(*) from consent_wordings where workspace_id = ${workspaceId}), 'Write me about offers', ${at})`.execute(
      tx,
    );
    await sql`
      insert into conversations (workspace_id, id, channel_id, contact_id, status, last_inbound_at,
                                 last_message_id, last_message_at, unread_count, created_at)
      values (${workspaceId}, ${ids.conversationId}, ${ids.channelId}, ${ids.contactId}, 'open', ${at},
              ${ids.messageId}, ${at}, 1, ${at})`.execute(tx);
    await sql`
      insert into chat_imports (workspace_id, id, file_name, state, report, created_by, created_at)
      values (${workspaceId}, ${ids.importId}, 'chat.txt', 'done', ${JSON.stringify(IMPORT)},
              ${randomUUID()}, ${at})`.execute(tx);
    await seedPeople(tx, workspaceId, ids, at);
    await sql`
      insert into campaigns (workspace_id, id, channel_id, name, state, audience, plan, created_by,
                             created_at, updated_at)
      values (${workspaceId}, ${ids.campaignId}, ${ids.channelId}, 'Offer', 'draft',
              '{"of": [], "except": []}', ${JSON.stringify(PLAN)}, ${ids.memberId}, ${at}, ${at})`.execute(
      tx,
    );
    await sql`
      insert into campaign_recipients (workspace_id, campaign_id, id, contact_id, step, part, n, state, state_at)
      values (${workspaceId}, ${ids.campaignId}, ${randomUUID()}, ${ids.contactId}, 0, 1, 1, 'read', ${at})`.execute(
      tx,
    );
    await sql`
      insert into quick_replies (workspace_id, id, shortcut, title, text, created_at, updated_at)
      values (${workspaceId}, ${ids.quickReplyId}, ${`hello-${ids.quickReplyId}`}, 'Hello', 'Hello!', ${at}, ${at})`.execute(
      tx,
    );
    await sql`
      insert into macros (workspace_id, id, name, steps, created_at, updated_at)
      values (${workspaceId}, ${ids.macroId}, 'Done', '[{"do":"status","to":"closed"}]', ${at}, ${at})`.execute(
      tx,
    );
    await sql`
      insert into contact_changes (workspace_id, id, member_id, change, state, total_count, created_at)
      select workspace_id, ${ids.peopleChangeId}::uuid, id,
             '{"kind": "field", "name": "City", "value": "Riga"}', 'done', 0, ${at} from members
       where workspace_id = ${workspaceId} order by created_at limit 1`.execute(tx);
    await sql`
      insert into bulk_changes (workspace_id, id, member_id, change, state, total_count, created_at)
      select workspace_id, ${ids.bulkChangeId}::uuid, id, '{}', 'done', 0, ${at} from members
       where workspace_id = ${workspaceId} order by created_at, id limit 1`.execute(tx);
    await sql`
      insert into saved_views (workspace_id, id, name, filter, created_at, updated_at)
      values (${workspaceId}, ${ids.viewId}, 'Open', '{"all":[]}', ${at}, ${at})`.execute(tx);
    await sql`
      insert into labels (workspace_id, id, name, color, shape, created_at)
      values (${workspaceId}, ${ids.labelId}, ${`Order ${ids.labelId.slice(0, 8)}`}, 'green', 'circle', ${at})`.execute(
      tx,
    );
    await sql`
      insert into scheduled_messages (workspace_id, id, conversation_id, author_member_id, client_id,
                                      draft, send_at, state, created_at, updated_at)
      values (${workspaceId}, ${ids.scheduledId}, ${ids.conversationId}, ${randomUUID()}, ${randomUUID()},
              '{"kind":"text","text":"Later"}', '2099-01-01T00:00:00Z', 'waiting', ${at}, ${at})`.execute(
      tx,
    );
    await sql`
      insert into rules (workspace_id, id, name, is_on, place, trigger, conditions, actions,
                         rest_minutes, most_per_hour, is_last, created_at, updated_at)
      values (${workspaceId}, ${ids.ruleId}, 'Answer', false, 1, '{"kind": "message"}', '[]',
              '[{"kind": "remind"}]', 0, 1000, false, ${at}, ${at})`.execute(tx);
    await sql`
      insert into own_tariffs (workspace_id, id, tariff, created_at, updated_at)
      values (${workspaceId}, ${ids.tariffId}, '{"name": "Partner", "currency": "EUR", "unit": "notification",
              "free": 0, "freeUtilityInWindow": false, "entryPointHours": 0, "prices": []}', ${at}, ${at})`.execute(
      tx,
    );
    await sql`
      insert into budgets (workspace_id, id, period, currency, limit_micros, alarm_percent, stops, created_at, updated_at)
      values (${workspaceId}, ${ids.budgetId}, 'month', 'EUR', 1000000, 80, false, ${at}, ${at})`.execute(
      tx,
    );
    await sql`
      insert into sla_policies (workspace_id, id, place, name, is_on, scope, minutes, counted_in, warn_percent)
      values (${workspaceId}, ${ids.slaPolicyId}, 1, 'Everybody', false,
              '{"channelIds": [], "teamIds": [], "priorities": [], "labelIds": []}',
              '{"first-answer": 30, "next-answer": null, "resolution": null}', 'wall-clock', 75)`.execute(
      tx,
    );
    await sql`
      insert into templates (workspace_id, channel_id, id, name, language, category, status,
                             parameter_format, components, synced_at)
      values (${workspaceId}, ${ids.channelId}, '1', 'greeting', 'en_US', 'utility', 'approved',
              'positional', '{"header": null, "body": "Your order is ready.", "footer": null, "buttons": []}', ${at})`.execute(
      tx,
    );
    await sql`
      insert into template_drafts (workspace_id, id, channel_id, text, created_at, updated_at)
      values (${workspaceId}, ${ids.templateDraftId}, ${ids.channelId}, ${TEMPLATE}::jsonb, ${at}, ${at})`.execute(
      tx,
    );
    await sql`
      insert into parked_webhooks (id, workspace_id, position, received_at, reason, detail, member, parked_at)
      values (${ids.parkedId}, ${workspaceId}, 1, ${at}, 'fault', 'made for a test', '{}', ${at})`.execute(
      tx,
    );
    await seedTeam(tx, workspaceId, ids, at);
    await seedAudience(tx, workspaceId, ids, at);
  });
  await addMessage(db, workspaceId, {
    ...ids,
    id: ids.messageId,
    at,
    content: { kind: "text", text },
  });
  return ids;
}

/** A segment, and a list with the contact on it. */
async function seedAudience(
  tx: Tx,
  workspaceId: WorkspaceId,
  { segmentId, audienceListId, contactId }: Seeded,
  at: Date,
): Promise<void> {
  await sql`
    insert into segments (workspace_id, id, name, filter, created_at, updated_at)
    values (${workspaceId}, ${segmentId}, 'Everybody', '{"all":[]}', ${at}, ${at})`.execute(tx);
  await sql`
    insert into audience_lists (workspace_id, id, name, columns, created_at, updated_at)
    values (${workspaceId}, ${audienceListId}, ${`List ${audienceListId}`}, '{city}', ${at}, ${at})`.execute(
    tx,
  );
  await sql`
    insert into audience_list_members (workspace_id, list_id, contact_id, variables, row_number, added_at)
    values (${workspaceId}, ${audienceListId}, ${contactId}, '{"city": "Riga"}', 2, ${at})`.execute(
    tx,
  );
}

/** A member with a session, a role that nobody holds, a team, and an open invitation. */
async function seedTeam(tx: Tx, workspaceId: WorkspaceId, ids: Seeded, at: Date): Promise<void> {
  const { memberId, invitationId, roleId, teamId, sessionId } = ids;
  const userId = randomUUID();
  await sql`
    insert into auth_users (id, name, email)
    values (${userId}, 'Seeded', ${`${userId}@example.org`})`.execute(tx);
  await sql`
    insert into auth_sessions (id, user_id, token, expires_at)
    values (${sessionId}, ${userId}, ${sessionId}, now() + interval '1 day')`.execute(tx);
  await sql`
    insert into members (workspace_id, id, user_id, name, role, created_at)
    values (${workspaceId}, ${memberId}, ${userId}, 'Seeded', 'read-only', ${at})`.execute(tx);
  await sql`
    insert into roles (workspace_id, id, name, permissions, created_at)
    values (${workspaceId}, ${roleId}, ${`Role ${roleId}`}, '{conversations.read}', ${at})`.execute(
    tx,
  );
  await sql`
    insert into teams (workspace_id, id, name, created_at)
    values (${workspaceId}, ${teamId}, ${`Team ${teamId}`}, ${at})`.execute(tx);
  await sql`
    insert into invitations (workspace_id, id, email, role, token_hash, invited_by, created_at, expires_at)
    values (${workspaceId}, ${invitationId}, ${`${invitationId}@example.org`}, 'member',
            ${Buffer.from(invitationId)}, ${memberId}, ${at}, now() + interval '7 days')`.execute(
    tx,
  );
}

async function seedPeople(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: Pick<Seeded, "contactId" | "fieldId" | "contactImportId" | "mergeId">,
  at: Date,
): Promise<void> {
  await sql`
    insert into contact_fields (workspace_id, id, name, kind, position, created_at)
    values (${workspaceId}, ${ids.fieldId}, ${`Field ${ids.fieldId}`}, 'text', 0, ${at})`.execute(
    tx,
  );
  await sql`
    insert into contact_imports (workspace_id, id, file_name, state, columns, rows_total, created_by, created_at)
    values (${workspaceId}, ${ids.contactImportId}, 'contacts.csv', 'done', '{Phone}', 0, ${randomUUID()}, ${at})`.execute(
    tx,
  );
  await sql`
    insert into contact_merges (workspace_id, id, winner_id, loser_id, merged_at, undone_at, record)
    values (${workspaceId}, ${ids.mergeId}, ${ids.contactId}, ${randomUUID()}, ${at}, ${at}, '{}')`.execute(
    tx,
  );
}

export type MessageToBe = {
  readonly id?: string;
  readonly conversationId: string;
  readonly channelId: string;
  readonly at: Date;
  readonly content: MessageContent;
  /** The member who wrote it; it came in when absent. */
  readonly by?: string;
};

/** Adds a message that came in, or that a member wrote, with its event and its place in the search. */
export async function addMessage(
  db: Database,
  workspaceId: WorkspaceId,
  message: MessageToBe,
): Promise<string> {
  const { id = randomUUID(), conversationId, channelId, at, content, by = null } = message;
  await inWorkspace(db, workspaceId, async (tx) => {
    await sql`
      insert into messages (workspace_id, id, conversation_id, channel_id, direction, author_member_id, content, status,
                            wamid, at, status_at, created_at)
      values (${workspaceId}, ${id}, ${conversationId}, ${channelId}, ${by === null ? "in" : "out"}, ${by}, ${JSON.stringify(content)},
              ${by === null ? "received" : "accepted"}, ${`wamid.${id}`}, ${at}, ${at}, ${at})`.execute(
      tx,
    );
    const body = searchableText(content);
    await sql`
      insert into message_texts (workspace_id, message_id, conversation_id, at, body)
      values (${workspaceId}, ${id}, ${conversationId}, ${at}, ${body})`.execute(tx);
    await sql`
      update conversations set last_message_id = ${id}, last_message_at = ${at}
       where workspace_id = ${workspaceId} and id = ${conversationId}`.execute(tx);
    await appendEvents(tx, workspaceId, at, [
      { kind: "message-added", messageId: id, conversationId },
    ]);
  });
  return id;
}

function randomDigits(): string {
  return `49${Math.floor(Math.random() * 1e10)
    .toString()
    .padStart(10, "0")}`;
}

/** Puts somebody into a workspace who never signs in. */
export async function seedMember(
  db: Database,
  workspaceId: WorkspaceId,
  member: { readonly id: string; readonly name: string; readonly role?: string },
): Promise<void> {
  const { id, name, role = "member" } = member;
  const at = new Date("2026-11-22T12:00:00Z");
  await sql`
    insert into auth_users (id, name, email, email_verified)
    values (${id}, ${name}, ${`${id}@example.org`}, true)`.execute(db);
  await inWorkspace(db, workspaceId, (tx) =>
    sql`insert into members (workspace_id, id, user_id, name, role, created_at)
        values (${workspaceId}, ${id}, ${id}, ${name}, ${role}, ${at})`.execute(tx),
  );
}
