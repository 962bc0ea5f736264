import { type ContactField, fieldValue } from "@galka/core/contacts/contact-field";
import type { PeopleChange, PersonMade } from "@galka/core/contacts/people-change";
import { unreachable } from "@galka/core/kernel/unreachable";
import { changed } from "@galka/core/conversations/work-change";
import type { Member } from "@galka/core/workspaces/member";
import type { Tx } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import {
  type LockedPerson,
  type MadePerson,
  type PeopleChangeRow,
  listConversationsByContact,
  lockPersons,
  saveField,
  saveResponsible,
} from "@galka/postgres/stores/people-table/people-changes";
import { type NewEvent, appendEvents } from "@galka/postgres/stores/events";
import type { App } from "../../app.ts";
import { organize } from "../bulk/organize.ts";
import { changeList } from "./change-list.ts";

export type ChangeDesk = {
  readonly app: App;
  readonly tx: Tx;
  readonly member: Member;
  readonly fields: readonly ContactField[];
};

/** What a batch is about: the change, whether it is taken back, and the contacts whose turn it is. */
export type Batch = {
  readonly change: PeopleChange;
  readonly isUndoing: boolean;
  readonly rows: readonly PeopleChangeRow[];
};

/**
 * Makes one change to a batch of contacts, or takes it back where nobody has
 * changed the same since. Each that is changed is remembered in the audit and told.
 */
export async function makeChange(desk: ChangeDesk, batch: Batch): Promise<MadePerson[]> {
  const { change } = batch;
  switch (change.kind) {
    case "responsible":
      return changeOwn(desk, batch, ({ responsibleId }) => responsibleId, {
        wanted: change.to,
        as: (responsibleId) => ({ responsibleId }),
      });
    case "field":
      return changeOwn(desk, batch, ({ fields }) => fields[change.name] ?? null, {
        wanted: valueFor(desk, change.name, change.value),
        as: (field) => ({ field }),
      });
    case "label":
      return changeLabels(desk, batch, change);
    case "list":
      return changeList(desk, batch, change);
    case "block":
    case "erase":
      throw new Error("This is done to one contact after the other.");
    default:
      return unreachable(change);
  }
}

/** In the form that the field keeps; it was checked when the change was asked for. */
function valueFor({ fields }: ChangeDesk, name: string, value: string | null): string | null {
  const field = fields.find((it) => it.name === name);
  if (value === null || !field) return value;
  const fitting = fieldValue(field, value);
  return "refused" in fitting ? value : fitting.value;
}

type Aim = {
  readonly wanted: string | null;
  readonly as: (value: string | null) => PersonMade;
};

async function changeOwn(
  desk: ChangeDesk,
  { change, isUndoing, rows }: Batch,
  valueOf: (person: LockedPerson) => string | null,
  { wanted, as }: Aim,
): Promise<MadePerson[]> {
  const { app, tx, member } = desk;
  const { workspaceId } = member;
  const persons = await lockPersons(
    tx,
    workspaceId,
    rows.map(({ contactId }) => contactId),
  );
  const made = persons.flatMap((person): MadePerson[] => {
    const now = valueOf(person);
    const row = rows.find(({ contactId }) => contactId === person.id);
    const to = isUndoing ? takenBack(row, now, change.kind) : wanted;
    return to === undefined || to === now
      ? []
      : [{ id: person.id, before: as(now), after: as(to) }];
  });
  const now = app.clock.now();
  if (change.kind === "responsible") await saveResponsible(tx, workspaceId, made, now);
  if (change.kind === "field") await saveField(tx, workspaceId, { name: change.name, made, now });
  await recordAudit(
    tx,
    workspaceId,
    now,
    made.map((it) => entryOf(desk, change, it)),
  );
  await tell(desk, made, now);
  return made;
}

/** What the value was before the change; undefined when somebody has changed it since. */
function takenBack(
  row: PeopleChangeRow | undefined,
  now: string | null,
  kind: PeopleChange["kind"],
): string | null | undefined {
  const of = (it: PersonMade | null | undefined) =>
    (kind === "responsible" ? it?.responsibleId : it?.field) ?? null;
  return row && of(row.after) === now ? of(row.before) : undefined;
}

function entryOf({ app, member }: ChangeDesk, change: PeopleChange, made: MadePerson) {
  const told = (it: PersonMade) =>
    change.kind === "field"
      ? { fields: { [change.name]: it.field ?? null } }
      : { responsibleId: it.responsibleId ?? null };
  return {
    id: app.ids.next<"audit">(),
    by: byMember(member),
    action: "contact-changed" as const,
    subjectId: made.id,
    before: told(made.before),
    after: told(made.after),
  };
}

/** Their conversations show it too. */
async function tell(
  { tx, member }: ChangeDesk,
  made: readonly MadePerson[],
  now: Date,
): Promise<void> {
  if (made.length === 0) return;
  const { workspaceId } = member;
  const ids = made.map(({ id }) => id);
  const conversations = await listConversationsByContact(tx, workspaceId, ids);
  await appendEvents(tx, workspaceId, now, [
    ...ids.map((contactId): NewEvent => ({ kind: "contact-changed", contactId })),
    ...conversations.map(({ id }): NewEvent => ({
      kind: "conversation-changed",
      conversationId: id,
    })),
  ]);
}

/** Labels stand on conversations: of each contact all get it, or lose it. */
async function changeLabels(
  { app, tx, member }: ChangeDesk,
  { isUndoing, rows }: Batch,
  { labelId, on }: Extract<PeopleChange, { kind: "label" }>,
): Promise<MadePerson[]> {
  const { workspaceId } = member;
  const contactIds = rows.map(({ contactId }) => contactId);
  const theirs = await listConversationsByContact(tx, workspaceId, contactIds);
  const changedBefore = new Set(rows.flatMap(({ after }) => after?.conversationIds ?? []));
  const wanted = isUndoing ? theirs.filter(({ id }) => changedBefore.has(id)) : theirs;
  const isPut = on !== isUndoing;
  const { made, events } = await organize(
    { app, tx, member },
    wanted.map(({ id }) => id),
    (_, work) => changed(work, isPut ? { addLabels: [labelId] } : { removeLabels: [labelId] }),
  );
  await appendEvents(tx, workspaceId, app.clock.now(), events);
  const changedNow = new Set(made.map(({ id }) => id));
  return contactIds.flatMap((id) => {
    const own = wanted.filter((it) => it.contactId === id && changedNow.has(it.id));
    const conversationIds = own.map((it) => it.id);
    return own.length === 0 ? [] : [{ id, before: {}, after: { conversationIds } }];
  });
}
