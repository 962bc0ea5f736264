import type { PeopleChange } from "@galka/core/contacts/people-change";
import { addListMembers, dropListMembers } from "@galka/postgres/stores/audience/list-members";
import { appendEvents } from "@galka/postgres/stores/events";
import type { MadePerson } from "@galka/postgres/stores/people-table/people-changes";
import type { Batch, ChangeDesk } from "./make-change.ts";

/**
 * Puts a batch of contacts on a list or takes them off it, or takes that back: of
 * those whose place it changed, and with what a file had said of them.
 */
export async function changeList(
  { app, tx, member }: ChangeDesk,
  { isUndoing, rows }: Batch,
  { listId, on }: Extract<PeopleChange, { kind: "list" }>,
): Promise<MadePerson[]> {
  const { workspaceId } = member;
  const now = app.clock.now();
  const meant = isUndoing ? rows.filter(({ after }) => after !== null) : rows;
  const ids = meant.map(({ contactId }) => contactId);
  const variables = new Map(meant.map((row) => [row.contactId, row.before?.variables ?? null]));
  const made: MadePerson[] = [];
  if (on !== isUndoing) {
    const members = ids.map((contactId) => ({
      contactId,
      variables: isUndoing ? (variables.get(contactId) ?? null) : null,
    }));
    const added = await addListMembers(tx, workspaceId, listId, { members, now });
    made.push(...added.map((id) => ({ id, before: {}, after: {} })));
  } else {
    const dropped = await dropListMembers(tx, workspaceId, listId, ids);
    made.push(
      ...dropped.map((it) => ({
        id: it.contactId,
        before: { variables: it.variables },
        after: {},
      })),
    );
  }
  if (made.length > 0) {
    const changed = { kind: "collection-changed", otherId: "audience-lists" } as const;
    await appendEvents(tx, workspaceId, now, [changed]);
  }
  return made;
}
