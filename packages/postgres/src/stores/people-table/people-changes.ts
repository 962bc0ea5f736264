import type { PeopleChange, PersonMade } from "@galka/core/contacts/people-change";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";
import { type PeopleMeant, peopleConditions } from "./people-conditions.ts";

/** One change to many contacts, and how far it is. */
export type PeopleChangeRun = {
  readonly id: string;
  readonly memberId: string;
  readonly change: PeopleChange;
  /** The change that this one takes back. */
  readonly undoes: string | null;
  readonly state: "running" | "done" | "stopped";
  readonly totalCount: number;
  readonly doneCount: number;
  readonly changedCount: number;
  /** How many could not be changed though they should have been. */
  readonly failedCount: number;
};

const COLUMNS = sql`id, member_id as "memberId", change, undoes, state, total_count as "totalCount",
  done_count as "doneCount", changed_count as "changedCount", failed_count as "failedCount"`;

export type NewPeopleChange = Pick<PeopleChangeRun, "id" | "memberId" | "change" | "undoes"> & {
  readonly at: Date;
};

/** Begins a change to these contacts, or to all that are meant; answers how many they are. */
export async function insertPeopleChange(
  tx: Tx,
  workspaceId: WorkspaceId,
  begun: NewPeopleChange,
  meant: { readonly ids: readonly string[] } | PeopleMeant,
): Promise<number> {
  await insertEmpty(tx, workspaceId, begun);
  const conditions =
    "filter" in meant
      ? peopleConditions(workspaceId, meant)
      : [sql`ct.workspace_id = ${workspaceId}`, sql`ct.id = any(${[...meant.ids]}::uuid[])`];
  const result = await sql`
    insert into contact_change_rows (workspace_id, contact_change_id, contact_id)
    select ct.workspace_id, ${begun.id}::uuid, ct.id from contacts ct
     where ${sql.join(conditions, sql` and `)}`.execute(tx);
  return setTotal(tx, workspaceId, begun.id, Number(result.numAffectedRows ?? 0n));
}

/** Begins to take back what a change has made. */
export async function insertPeopleUndoing(
  tx: Tx,
  workspaceId: WorkspaceId,
  begun: NewPeopleChange,
): Promise<number> {
  await insertEmpty(tx, workspaceId, begun);
  const result = await sql`
    insert into contact_change_rows (workspace_id, contact_change_id, contact_id, before, after)
    select workspace_id, ${begun.id}::uuid, contact_id, before, after from contact_change_rows
     where workspace_id = ${workspaceId} and contact_change_id = ${begun.undoes}
       and after is not null`.execute(tx);
  return setTotal(tx, workspaceId, begun.id, Number(result.numAffectedRows ?? 0n));
}

async function insertEmpty(tx: Tx, workspaceId: WorkspaceId, begun: NewPeopleChange) {
  await sql`
    insert into contact_changes (workspace_id, id, member_id, change, undoes, state, total_count, created_at)
    values (${workspaceId}, ${begun.id}, ${begun.memberId}, ${JSON.stringify(begun.change)},
            ${begun.undoes}, 'running', 0, ${begun.at})`.execute(tx);
}

async function setTotal(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  total: number,
): Promise<number> {
  await sql`
    update contact_changes set total_count = ${total}
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
  return total;
}

export async function lockPeopleChange(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
): Promise<PeopleChangeRun | null> {
  const { rows } = await sql<PeopleChangeRun>`
    select ${COLUMNS} from contact_changes
     where workspace_id = ${workspaceId} and id = ${id} for update`.execute(tx);
  return rows[0] ?? null;
}

export async function stopPeopleChange(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  now: Date,
): Promise<void> {
  await sql`
    update contact_changes set state = 'stopped', finished_at = ${now}
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

export type PeopleChangeRow = {
  readonly contactId: string;
  readonly before: PersonMade | null;
  readonly after: PersonMade | null;
};

/** The next contacts whose turn it is. Whoever was erased meanwhile has none. */
export async function nextPeopleRows(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  atMost: number,
): Promise<PeopleChangeRow[]> {
  const { rows } = await sql<PeopleChangeRow>`
    select contact_id as "contactId", before, after from contact_change_rows
     where workspace_id = ${workspaceId} and contact_change_id = ${id} and not done
     order by contact_id limit ${atMost}`.execute(tx);
  return rows;
}

export type MadePerson = {
  readonly id: string;
  readonly before: PersonMade;
  readonly after: PersonMade;
};

export type PeopleBatch = {
  readonly taken: readonly string[];
  readonly made: readonly MadePerson[];
  readonly failedCount: number;
  readonly isLast: boolean;
  readonly now: Date;
};

/** Remembers what became of a batch; with nothing left the change is done. */
export async function savePeopleBatch(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  batch: PeopleBatch,
): Promise<void> {
  await sql`
    update contact_change_rows r
       set done = true, before = m.before, after = m.after
      from unnest(${[...batch.taken]}::uuid[]) as t (id)
      left join jsonb_to_recordset(${JSON.stringify(batch.made)}::jsonb)
           as m (id uuid, before jsonb, after jsonb) on m.id = t.id
     where r.workspace_id = ${workspaceId} and r.contact_change_id = ${id} and r.contact_id = t.id`.execute(
    tx,
  );
  await sql`
    update contact_changes
       set done_count = least(total_count, done_count + ${batch.taken.length}),
           changed_count = changed_count + ${batch.made.length},
           failed_count = failed_count + ${batch.failedCount},
           state = case when ${batch.isLast} then 'done' else state end,
           finished_at = case when ${batch.isLast} then ${batch.now}::timestamptz end
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

export type LockedPerson = {
  readonly id: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly responsibleId: string | null;
};

/** Locks these contacts in the order of their ids until `tx` ends. */
export async function lockPersons(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<LockedPerson[]> {
  const { rows } = await sql<LockedPerson>`
    select id, fields, responsible_id as "responsibleId" from contacts
     where workspace_id = ${workspaceId} and id = any(${[...ids]}::uuid[])
     order by id for update`.execute(tx);
  return rows;
}

/** Says who looks after contacts that are locked. */
export async function saveResponsible(
  tx: Tx,
  workspaceId: WorkspaceId,
  made: readonly MadePerson[],
  now: Date,
): Promise<void> {
  await sql`
    update contacts c set responsible_id = m.member, updated_at = ${now}
      from unnest(${made.map(({ id }) => id)}::uuid[],
                  ${made.map(({ after }) => after.responsibleId ?? null)}::uuid[]) as m (id, member)
     where c.workspace_id = ${workspaceId} and c.id = m.id`.execute(tx);
}

/** Sets or removes one field of contacts that are locked. */
export async function saveField(
  tx: Tx,
  workspaceId: WorkspaceId,
  {
    name,
    made,
    now,
  }: { readonly name: string; readonly made: readonly MadePerson[]; readonly now: Date },
): Promise<void> {
  await sql`
    update contacts c
       set fields = case when m.value is null then c.fields - ${name}::text
                         else c.fields || jsonb_build_object(${name}::text, m.value) end,
           updated_at = ${now}
      from unnest(${made.map(({ id }) => id)}::uuid[],
                  ${made.map(({ after }) => after.field ?? null)}::text[]) as m (id, value)
     where c.workspace_id = ${workspaceId} and c.id = m.id`.execute(tx);
}

/** Their conversations, by contact. */
export async function listConversationsByContact(
  tx: Tx,
  workspaceId: WorkspaceId,
  contactIds: readonly string[],
): Promise<{ readonly id: string; readonly contactId: string }[]> {
  const { rows } = await sql<{ id: string; contactId: string }>`
    select id, contact_id as "contactId" from conversations
     where workspace_id = ${workspaceId} and contact_id = any(${[...contactIds]}::uuid[])
     order by id`.execute(tx);
  return rows;
}
