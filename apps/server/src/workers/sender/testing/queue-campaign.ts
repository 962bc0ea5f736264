import type { ConversationId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { SendingWorld } from "./sending-world.ts";

/** A message of the marketing lane that counts as written first when the window is shut. */
export async function queueCampaign(
  world: SendingWorld,
  text: string,
  to: ConversationId,
): Promise<void> {
  const { app, in: run, workspaceId, channelId } = world;
  await run(async (tx) => {
    const [messageId, sendId] = [app.ids.next<"message">(), app.ids.next<"send">()];
    const now = app.clock.now();
    await sql`
      insert into messages (workspace_id, id, conversation_id, channel_id, direction, content,
                            status, at, status_at, created_at)
      values (${workspaceId}, ${messageId}, ${to}, ${channelId}, 'out',
              ${JSON.stringify({ kind: "text", text })}::jsonb, 'queued', ${now}, ${now}, ${now})`.execute(
      tx,
    );
    await sql`
      insert into sends (workspace_id, id, channel_id, message_id, kind, lane, purpose, recipient,
                         payload, state, not_before, queued_at)
      select ${workspaceId}, ${sendId}, ${channelId}, ${messageId}, 'message', 'marketing', 'utility',
             c.contact_id::text, '{"kind": "message", "to": {"phone": "5491155550101"}}', 'queued', now(), ${now}
        from conversations c where c.id = ${to}`.execute(tx);
  });
}
