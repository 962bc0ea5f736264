import type { HoursBook } from "@galka/core/hours/hours-of";
import type { OfficeHours } from "@galka/core/hours/office-hours";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** Whose hours: a team's, a number's, a member's shifts, or the office's. */
export type HoursOwner =
  | { readonly of: "office"; readonly ownerId: null }
  | { readonly of: "team" | "channel" | "member"; readonly ownerId: string };

export type OwnedHours = { readonly owner: HoursOwner; readonly hours: OfficeHours };

type Row = {
  team_id: string | null;
  channel_id: string | null;
  member_id: string | null;
  time_zone: string;
  week: OfficeHours["week"];
  holidays: OfficeHours["holidays"];
};

/** All hours that were written down in the workspace. */
export async function listHours(tx: Tx, workspaceId: WorkspaceId): Promise<OwnedHours[]> {
  const { rows } = await sql<Row>`
    select team_id, channel_id, member_id, time_zone, week, holidays
      from office_hours where workspace_id = ${workspaceId} order by id`.execute(tx);
  return rows.map((row) => ({
    owner: ownerOf(row),
    hours: { timeZone: row.time_zone, week: row.week, holidays: row.holidays },
  }));
}

/** All hours of the workspace, ready to be asked: `hoursOf` and `shiftOf` of core. */
export async function loadHours(tx: Tx, workspaceId: WorkspaceId): Promise<HoursBook> {
  const all = await listHours(tx, workspaceId);
  const by = (of: HoursOwner["of"]) =>
    new Map(
      all.flatMap(({ owner, hours }): [string, OfficeHours][] =>
        owner.of === of && owner.ownerId !== null ? [[owner.ownerId, hours]] : [],
      ),
    );
  return {
    office: all.find(({ owner }) => owner.of === "office")?.hours ?? null,
    ofTeams: by("team"),
    ofChannels: by("channel"),
    ofMembers: by("member"),
  };
}

/** Whether there is such a team, number or member to have hours. */
export async function hasHoursOwner(
  tx: Tx,
  workspaceId: WorkspaceId,
  owner: HoursOwner,
): Promise<boolean> {
  if (owner.of === "office") return true;
  const table = sql.table(`${owner.of}s`);
  const { rows } = await sql`
    select from ${table} where workspace_id = ${workspaceId} and id = ${owner.ownerId}
       for key share`.execute(tx);
  return rows.length > 0;
}

/** Writes down whose hours these are, in place of those before; null strikes them out. */
export async function saveHours(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  { owner, hours }: { readonly owner: HoursOwner; readonly hours: OfficeHours | null },
): Promise<void> {
  const column = (of: HoursOwner["of"]) => (owner.of === of ? owner.ownerId : null);
  if (hours === null) {
    await sql`
      delete from office_hours
       where workspace_id = ${workspaceId}
         and team_id is not distinct from ${column("team")}::uuid
         and channel_id is not distinct from ${column("channel")}::uuid
         and member_id is not distinct from ${column("member")}::uuid`.execute(tx);
    return;
  }
  await sql`
    insert into office_hours (workspace_id, id, team_id, channel_id, member_id, time_zone, week, holidays)
    values (${workspaceId}, ${id}, ${column("team")}, ${column("channel")}, ${column("member")},
            ${hours.timeZone}, ${JSON.stringify(hours.week)}, ${JSON.stringify(hours.holidays)})
    on conflict (workspace_id, team_id, channel_id, member_id)
    do update set time_zone = excluded.time_zone, week = excluded.week, holidays = excluded.holidays`.execute(
    tx,
  );
}

function ownerOf({ team_id, channel_id, member_id }: Row): HoursOwner {
  if (team_id !== null) return { of: "team", ownerId: team_id };
  if (channel_id !== null) return { of: "channel", ownerId: channel_id };
  if (member_id !== null) return { of: "member", ownerId: member_id };
  return { of: "office", ownerId: null };
}
