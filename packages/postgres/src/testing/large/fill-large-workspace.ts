import pg from "pg";
import { createChance } from "./chance.ts";
import { fillFigures } from "./fill-figures.ts";
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
  const client = await openLane(url);
  const lanes = [client, await openLane(url)] as const;
  try {
    await createChance(client);
    for (const lane of lanes) await lane.query("set search_path = public, filling");
    await fillTeam(client, wanted);
    await withoutIndexes(
      lanes,
      ["messages", "message_texts"],
      () => fillMessages(lanes, wanted, say),
      say,
    );
    say("conversations …");
    await withoutIndexes(
      lanes,
      ["contacts", "contact_identities", "conversations", "conversation_labels"],
      () => fillPeople(client, wanted),
      say,
    );
    await client.query("drop schema filling cascade");
    say("vacuum …");
    await client.query("vacuum (analyze)");
    say("statistics …");
    await fillFigures(url, wanted.workspaceId, wanted.until);
    await client.query("vacuum (analyze) waits, figure_days, figure_hours, figure_wait_marks");
    await client.query("checkpoint");
  } finally {
    for (const lane of lanes) await lane.end();
  }
}

/** Of two connections each keeps a core busy, which is what small machines have. */
async function openLane(url: string): Promise<pg.Client> {
  const lane = new pg.Client({ connectionString: url });
  await lane.connect();
  await lane.query(
    "set maintenance_work_mem = '512MB'; set work_mem = '128MB'; set synchronous_commit = off; set idle_in_transaction_session_timeout = 0",
  );
  return lane;
}
