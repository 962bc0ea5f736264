import pg from "pg";
import { createChance } from "./chance.ts";
import { fillMessages } from "./fill-messages.ts";
import { fillPeople } from "./fill-people.ts";
import { fillTeam } from "./fill-team.ts";
import type { LargeWorkspace } from "./large-workspace.ts";
import { withoutIndexes } from "./without-indexes.ts";

/**
 * Fills a workspace with conversations and ten times as many messages, as two years of a busy shop leave them.
 *
 * Skewed as life is: some contacts write a thousand times as much as others, some
 * members answer far more, days have mornings and weekends. The same size is
 * always filled the same. `url` signs in as the owner of the tables, a superuser.
 */
export async function fillLargeWorkspace(
  url: string,
  wanted: LargeWorkspace,
  say: (line: string) => void,
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      "set maintenance_work_mem = '1GB'; set work_mem = '256MB'; set synchronous_commit = off; set idle_in_transaction_session_timeout = 0",
    );
    await createChance(client);
    await fillTeam(client, wanted);
    await withoutIndexes(
      client,
      ["messages", "message_texts"],
      () => fillMessages(client, wanted, say),
      say,
    );
    say("conversations …");
    await withoutIndexes(
      client,
      ["contacts", "contact_identities", "conversations", "conversation_labels"],
      () => fillPeople(client, wanted),
      say,
    );
    say("vacuum …");
    await client.query("vacuum (analyze)");
    await client.query("checkpoint");
  } finally {
    await client.end();
  }
}
