import type { Availability } from "@galka/core/distribution/availability";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { RoleHeld } from "@galka/core/workspaces/member";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { type RoleColumns, roleFromRow } from "../members.ts";

/** What is set down of a member's desk. */
export type DeskSettings = {
  readonly capacity: number;
  readonly skills: readonly string[];
  readonly languages: readonly string[];
  readonly labelIds: readonly string[];
};

/** A member who is in the workspace, with all that giving them conversations depends on. */
export type DeskView = DeskSettings & {
  readonly memberId: string;
  readonly name: string;
  readonly held: RoleHeld;
  readonly teamIds: readonly string[];
  readonly availability: Availability;
  readonly seenAt: Date | null;
  /** How many open conversations they have. */
  readonly load: number;
  readonly turn: number;
};

type Row = RoleColumns & {
  id: string;
  name: string;
  team_ids: string[];
  availability: Availability | null;
  seen_at: Date | null;
  capacity: number | null;
  skills: string[] | null;
  languages: string[] | null;
  label_ids: string[] | null;
  load: number;
  turn: number;
};

const USUAL_CAPACITY = 20;

/** The desks of everybody who is still in the workspace. */
export async function listDesks(tx: Tx, workspaceId: WorkspaceId): Promise<DeskView[]> {
  const { rows } = await sql<Row>`
    select m.id, m.name, m.role, m.role_id, r.permissions,
           d.availability, d.seen_at, d.capacity, d.skills, d.languages, d.label_ids,
           (select coalesce(array_agg(t.team_id::text), '{}') from team_members t
             where t.workspace_id = m.workspace_id and t.member_id = m.id) as team_ids,
           (select count(*)::int from conversations c
             where c.workspace_id = m.workspace_id and c.assignee_id = m.id and c.status = 'open') as load,
           coalesce((select t.turn from distribution_turns t
             where t.workspace_id = m.workspace_id and t.member_id = m.id), 0)::bigint as turn
      from members m
      left join roles r on r.workspace_id = m.workspace_id and r.id = m.role_id
      left join member_desks d on d.workspace_id = m.workspace_id and d.member_id = m.id
     where m.workspace_id = ${workspaceId} and m.deactivated_at is null
     order by lower(m.name), m.id`.execute(tx);
  return rows.map(fromRow);
}

function fromRow(row: Row): DeskView {
  return {
    memberId: row.id,
    name: row.name,
    held: roleFromRow(row),
    teamIds: row.team_ids,
    availability: row.availability ?? "online",
    seenAt: row.seen_at,
    capacity: row.capacity ?? USUAL_CAPACITY,
    skills: row.skills ?? [],
    languages: row.languages ?? [],
    labelIds: row.label_ids ?? [],
    load: row.load,
    turn: row.turn,
  };
}

export async function setAvailability(
  tx: Tx,
  workspaceId: WorkspaceId,
  memberId: string,
  availability: Availability,
): Promise<void> {
  await sql`
    insert into member_desks (workspace_id, member_id, availability)
    values (${workspaceId}, ${memberId}, ${availability})
    on conflict (workspace_id, member_id) do update set availability = excluded.availability`.execute(
    tx,
  );
}

export async function saveDesk(
  tx: Tx,
  workspaceId: WorkspaceId,
  memberId: string,
  desk: DeskSettings,
): Promise<void> {
  await sql`
    insert into member_desks (workspace_id, member_id, capacity, skills, languages, label_ids)
    values (${workspaceId}, ${memberId}, ${desk.capacity}, ${[...desk.skills]}::text[],
            ${[...desk.languages]}::text[], ${[...desk.labelIds]}::text[])
    on conflict (workspace_id, member_id) do update
       set capacity = excluded.capacity, skills = excluded.skills,
           languages = excluded.languages, label_ids = excluded.label_ids`.execute(tx);
}

/** Notes that these members' browsers are connected. In the order of their ids, so that two processes never wait for each other. */
export async function noteSeen(
  tx: Tx,
  workspaceId: WorkspaceId,
  memberIds: readonly string[],
  now: Date,
): Promise<void> {
  await sql`
    insert into member_desks (workspace_id, member_id, seen_at)
    select m.workspace_id, m.id, ${now} from members m
     where m.workspace_id = ${workspaceId} and m.id = any(${[...memberIds]}::uuid[])
     order by m.id
    on conflict (workspace_id, member_id) do update set seen_at = excluded.seen_at`.execute(tx);
}
