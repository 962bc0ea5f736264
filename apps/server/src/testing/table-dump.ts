import type { WorkspaceId } from "@galka/core/kernel/ids";
import { inWorkspace } from "@galka/postgres/database";
import { sql } from "kysely";
import type { App } from "../app.ts";

/** Everything a workspace holds that must not depend on the order of what came in, without ids of our own making. */
export async function dumpWorkspace(app: App, workspaceId: WorkspaceId) {
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const rows = async (query: string) =>
      (await sql.raw<Readonly<Record<string, unknown>>>(query).execute(tx)).rows;
    return {
      contacts: await rows(`
        select c.name, c.profile_name, c.fields,
               (select json_agg(i.kind || ' ' || i.value order by i.kind, i.value)
                  from contact_identities i where i.contact_id = c.id) as identities
          from contacts c order by 4::text, 2, 1`),
      conversations: await rows(`
        select ch.phone_number_id, c.status, c.last_inbound_at, c.last_message_at, c.unread_count,
               (select json_agg(i.kind || ' ' || i.value order by i.kind, i.value)
                  from contact_identities i where i.contact_id = c.contact_id) as who
          from conversations c join channels ch on ch.id = c.channel_id order by 1, 6::text`),
      messages: await rows(`
        select m.wamid, m.direction, m.content #- '{file,fileId}' as content, m.status, m.failure, m.reply_to_wamid,
               q.wamid as quoted, m.edited_at, m.deleted_at, m.at, m.status_at
          from messages m left join messages q on q.id = m.reply_to_id order by m.wamid, m.direction`),
      texts: await rows(
        `select m.wamid, t.body from message_texts t join messages m on m.id = t.message_id order by 1`,
      ),
      reactions: await rows(`
        select m.wamid, r.by, r.emoji, r.at from reactions r join messages m on m.id = r.message_id order by 1, 2`),
      orphans: await rows(`select wamid, what, at from orphans order by 1, 2`),
      files: await rows(`select remote_id, claimed_type, name, state from files order by 1`),
      facts: await rows(`select phone_number_id, facts, verified_name from channels order by 1`),
    };
  });
}
