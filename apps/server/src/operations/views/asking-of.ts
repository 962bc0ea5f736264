import type { Asking } from "@galka/core/filters/filter";
import type { Member } from "@galka/core/workspaces/member";
import type { Tx } from "@galka/postgres/database";
import { listTeamIdsOf } from "@galka/postgres/stores/library/own-teams";
import type { App } from "../../app.ts";

/** What `me`, `mine` and the times of a filter are about when this member asks now. */
export async function askingOf(app: App, tx: Tx, member: Member): Promise<Asking> {
  const teamIds = await listTeamIdsOf(tx, member.workspaceId, member.id);
  return { now: app.clock.now(), memberId: member.id, teamIds };
}
