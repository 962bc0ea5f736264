import type { ContactField } from "@galka/core/contacts/contact-field";
import type { Refused } from "@galka/core/kernel/refused";
import type { AuditAction, AuditChange } from "@galka/core/workspaces/audit";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import {
  type DefinedField,
  type FieldChange,
  deleteContactField,
  insertContactField,
  listContactFields,
  updateContactField,
} from "@galka/postgres/stores/contacts/contact-fields";
import { appendEvents } from "@galka/postgres/stores/events";
import type { App } from "../../app.ts";

type Changed = DefinedField | Refused<"forbidden"> | Refused<"not-found"> | Refused<"field-exists">;

export async function listFields(app: App, member: Member): Promise<DefinedField[]> {
  return inWorkspace(app.db, member.workspaceId, (tx) => listContactFields(tx, member.workspaceId));
}

/** Defines a field. Values that contacts have under its name already are theirs from then on. */
export function addField(app: App, member: Member, field: ContactField): Promise<Changed> {
  return change(app, member, async (tx, now) => {
    const added = { ...tidy(field), id: app.ids.next() };
    const isAdded = await insertContactField(tx, member.workspaceId, added, now);
    if (!isAdded) return { refused: "field-exists" };
    return { field: added, action: "contact-field-added", before: null, after: told(added) };
  });
}

/** Changes the kind of a field, or what can be chosen. Values that do not fit stay until somebody writes them anew. */
export function changeField(
  app: App,
  member: Member,
  id: string,
  wanted: FieldChange,
): Promise<Changed> {
  return change(app, member, async (tx) => {
    const before = (await listContactFields(tx, member.workspaceId)).find((it) => it.id === id);
    const field = before && (await updateContactField(tx, member.workspaceId, id, wanted));
    if (!field) return { refused: "not-found" };
    return { field, action: "contact-field-changed", before: told(before), after: told(field) };
  });
}

/** Takes a field off the list. Values stay with the contacts, as free fields. */
export function removeField(app: App, member: Member, id: string): Promise<Changed> {
  return change(app, member, async (tx) => {
    const field = await deleteContactField(tx, member.workspaceId, id);
    if (!field) return { refused: "not-found" };
    return { field, action: "contact-field-removed", before: told(field), after: null };
  });
}

type Change = {
  readonly field: DefinedField;
  readonly action: AuditAction;
  readonly before: AuditChange | null;
  readonly after: AuditChange | null;
};

async function change(
  app: App,
  member: Member,
  work: (tx: Tx, now: Date) => Promise<Change | Refused<"not-found"> | Refused<"field-exists">>,
): Promise<Changed> {
  if (!may(member, "settings.manage")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const now = app.clock.now();
  const done = await inWorkspace(app.db, workspaceId, async (tx) => {
    const changed = await work(tx, now);
    if ("refused" in changed) return changed;
    const { field, ...entry } = changed;
    const by = byMember(member);
    await recordAudit(tx, workspaceId, now, [
      { id: app.ids.next(), by, subjectId: field.id, ...entry },
    ]);
    await appendEvents(tx, workspaceId, now, [
      { kind: "collection-changed", otherId: "contact-fields" },
    ]);
    return field;
  });
  if (!("refused" in done)) app.wake.tell("events", workspaceId);
  return done;
}

function told({ name, kind, choices }: ContactField): AuditChange {
  return { name, kind, choices };
}

function tidy({ name, kind, choices }: ContactField): ContactField {
  const kept = choices.map((it) => it.trim()).filter((it) => it !== "");
  return { name: name.trim(), kind, choices: kind === "choice" ? [...new Set(kept)] : [] };
}
