import { type FieldRefused, fieldValues } from "@galka/core/contacts/contact-field";
import { MOST_AT_ONCE, type PeopleChange, isOneByOne } from "@galka/core/contacts/people-change";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import type { Permission } from "@galka/core/workspaces/permissions";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { enqueue } from "@galka/postgres/jobs/enqueue";
import { retrying } from "@galka/postgres/retry";
import { listContactFields } from "@galka/postgres/stores/contacts/contact-fields";
import { lockAudienceList } from "@galka/postgres/stores/audience/audience-lists";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { holdLabels } from "@galka/postgres/stores/thread/labels";
import { isMember, listMembers } from "@galka/postgres/stores/members";
import {
  type PeopleChangeRun,
  insertPeopleChange,
  insertPeopleUndoing,
  lockPeopleChange,
  nextPeopleRows,
  savePeopleBatch,
  stopPeopleChange,
} from "@galka/postgres/stores/people-table/people-changes";
import type { App } from "../../app.ts";
import { makeChange } from "./make-change.ts";
import { changeOne } from "./one-by-one.ts";
import { type PeopleWish, meantBy } from "./read-people.ts";

/** How many contacts are changed in one transaction. */
const BATCH = 200;

export type PeopleChangeWish = PeopleWish & {
  readonly change: PeopleChange;
  /** Those named, instead of all that are meant. */
  readonly ids?: readonly string[];
  /** Of erasing: how many the member was told. */
  readonly confirmedCount?: number;
};

export type PeopleChangeRefused =
  | FieldRefused
  | Refused<"not-found">
  | Refused<"forbidden">
  | Refused<"too-many-contacts", { readonly most: number; readonly count: number }>
  | Refused<"count-differs", { readonly count: number }>;

const NEEDED: Readonly<Record<PeopleChange["kind"], Permission>> = {
  responsible: "contacts.edit",
  field: "contacts.edit",
  label: "conversations.organize",
  list: "contacts.edit",
  block: "conversations.organize",
  erase: "contacts.erase",
};

/**
 * Changes many contacts.
 *
 * The first batch is done when this answers, the others follow in the background,
 * each in a transaction of its own. Blocking and erasing are done one by one, all
 * in the background. Every row is remembered as it was, for the undoing; erasing
 * has none, so it is refused unless the member named how many it would be.
 */
export async function startPeopleChange(
  app: App,
  member: Member,
  wish: PeopleChangeWish,
): Promise<PeopleChangeRun | PeopleChangeRefused> {
  const { change } = wish;
  if (!may(member, NEEDED[change.kind])) return { refused: "forbidden" };
  return settle(app, member.workspaceId, (tx) => begin(app, tx, member, wish));
}

async function begin(
  app: App,
  tx: Tx,
  member: Member,
  wish: PeopleChangeWish,
): Promise<PeopleChangeRun | PeopleChangeRefused> {
  const { workspaceId } = member;
  const { change, ids, confirmedCount } = wish;
  const problem = await problemOf(tx, workspaceId, change);
  if (problem) return problem;
  const begun = { id: app.ids.next(), memberId: member.id, change, undoes: null };
  const meant = ids ? { ids } : await meantBy(app, tx, member, wish);
  const count = await insertPeopleChange(tx, workspaceId, { ...begun, at: app.clock.now() }, meant);
  const isTooMany = isOneByOne(change) && count > MOST_AT_ONCE;
  if (isTooMany) throw new Withdrawn({ refused: "too-many-contacts", most: MOST_AT_ONCE, count });
  if (change.kind === "erase" && confirmedCount !== count) {
    throw new Withdrawn({ refused: "count-differs", count });
  }
  if (change.kind === "list") await rememberList(app, tx, member, { change, count });
  return firstBatch(app, tx, member, begun.id);
}

/** Of a list it is remembered who changed it and with how many, not each of them. */
async function rememberList(
  app: App,
  tx: Tx,
  member: Member,
  {
    change,
    count,
  }: { readonly change: Extract<PeopleChange, { kind: "list" }>; readonly count: number },
): Promise<void> {
  await recordAudit(tx, member.workspaceId, app.clock.now(), [
    {
      id: app.ids.next(),
      by: byMember(member),
      action: "audience-list-changed",
      subjectId: change.listId,
      before: null,
      after: change.on ? { add: count } : { remove: count },
    },
  ]);
}

/** Takes what was begun back with its transaction, and says why. */
class Withdrawn extends Error {
  override readonly name = "Withdrawn";
  readonly refusal: PeopleChangeRefused;

  constructor(refusal: PeopleChangeRefused) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}

async function problemOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  change: PeopleChange,
): Promise<FieldRefused | Refused<"not-found"> | null> {
  if (change.kind === "responsible") {
    const isHere = change.to === null || (await isMember(tx, workspaceId, change.to));
    return isHere ? null : { refused: "not-found" };
  }
  if (change.kind === "label") {
    const held = await holdLabels(tx, workspaceId, [change.labelId]);
    return held.has(change.labelId) ? null : { refused: "not-found" };
  }
  if (change.kind === "list") {
    return (await lockAudienceList(tx, workspaceId, change.listId))
      ? null
      : { refused: "not-found" };
  }
  if (change.kind !== "field") return null;
  const defined = await listContactFields(tx, workspaceId);
  const fitting = fieldValues(defined, { [change.name]: change.value });
  return "refused" in fitting ? fitting : null;
}

/** Takes a change back where nothing of it has been changed since; one that still runs ends where it is. */
export async function undoPeopleChange(
  app: App,
  member: Member,
  id: string,
): Promise<PeopleChangeRun | PeopleChangeRefused> {
  const { workspaceId } = member;
  return settle(app, workspaceId, async (tx) => {
    const before = await lockPeopleChange(tx, workspaceId, id);
    if (!before || before.memberId !== member.id) return { refused: "not-found" };
    const { change } = before;
    if (change.kind === "erase" || !may(member, NEEDED[change.kind])) {
      return { refused: "forbidden" };
    }
    const at = app.clock.now();
    if (before.state === "running") await stopPeopleChange(tx, workspaceId, id, at);
    const begun = { id: app.ids.next(), memberId: member.id, change, undoes: id };
    await insertPeopleUndoing(tx, workspaceId, { ...begun, at });
    return firstBatch(app, tx, member, begun.id);
  });
}

/** How far a change of this member's is. */
export async function readPeopleChange(
  app: App,
  member: Member,
  id: string,
): Promise<PeopleChangeRun | Refused<"not-found">> {
  const { workspaceId } = member;
  const found = await inWorkspace(app.db, workspaceId, (tx) =>
    lockPeopleChange(tx, workspaceId, id),
  );
  return found?.memberId === member.id ? found : { refused: "not-found" };
}

/** Does the rest of a change; called again it goes on where it was. */
export async function runPeopleChange(
  app: App,
  workspaceId: WorkspaceId,
  id: string,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    if (signal.aborted) throw new Error("The change was interrupted and will go on.");
    const found = await inWorkspace(app.db, workspaceId, async (tx) => {
      const run = await lockPeopleChange(tx, workspaceId, id);
      const members = await listMembers(tx, workspaceId);
      return { run, member: members.find((it) => it.id === run?.memberId) };
    });
    const { run, member } = found;
    // Whoever may not any more does not go on.
    const goesOn = run && member && may(member, NEEDED[run.change.kind]);
    if (!goesOn || run.state !== "running") return;
    const after = isOneByOne(run.change)
      ? await runOne(app, member, run)
      : await settle(app, workspaceId, (tx) => runBatch(app, tx, member, id));
    if ("refused" in after || after.state !== "running") return;
  }
}

async function runOne(app: App, member: Member, run: PeopleChangeRun) {
  const { workspaceId } = member;
  const [row] = await inWorkspace(app.db, workspaceId, (tx) =>
    nextPeopleRows(tx, workspaceId, run.id, 1),
  );
  const isUndoing = run.undoes !== null;
  const one = row && (await changeOne(app, member, run.change, { row, isUndoing }));
  return settle(app, workspaceId, async (tx) => {
    const now = app.clock.now();
    await savePeopleBatch(tx, workspaceId, run.id, {
      taken: row ? [row.contactId] : [],
      made: one?.made ? [one.made] : [],
      failedCount: one?.failed ? 1 : 0,
      isLast: !row,
      now,
    });
    const after = await lockPeopleChange(tx, workspaceId, run.id);
    return after ?? { ...run, state: "done" };
  });
}

async function firstBatch(app: App, tx: Tx, member: Member, id: string): Promise<PeopleChangeRun> {
  const { workspaceId } = member;
  const run = await lockPeopleChange(tx, workspaceId, id);
  if (!run) throw new Error("A change that was just begun is gone.");
  const inBackground = isOneByOne(run.change);
  if (inBackground || run.totalCount > BATCH) {
    const payload = { workspaceId, peopleChangeId: id };
    await enqueue(tx, [{ task: "run-people-change", payload }]);
  }
  return inBackground ? run : runBatch(app, tx, member, id);
}

async function runBatch(app: App, tx: Tx, member: Member, id: string): Promise<PeopleChangeRun> {
  const { workspaceId } = member;
  const run = await lockPeopleChange(tx, workspaceId, id);
  if (!run) throw new Error("A change that runs is gone.");
  if (run.state !== "running") return run;
  const rows = await nextPeopleRows(tx, workspaceId, id, BATCH);
  const fields = await listContactFields(tx, workspaceId);
  const isUndoing = run.undoes !== null;
  const made = await makeChange(
    { app, tx, member, fields },
    { change: run.change, isUndoing, rows },
  );
  await savePeopleBatch(tx, workspaceId, id, {
    taken: rows.map(({ contactId }) => contactId),
    made,
    failedCount: 0,
    isLast: rows.length < BATCH || run.doneCount + rows.length >= run.totalCount,
    now: app.clock.now(),
  });
  return (await lockPeopleChange(tx, workspaceId, id)) ?? run;
}

async function settle(
  app: App,
  workspaceId: WorkspaceId,
  work: (tx: Tx) => Promise<PeopleChangeRun | PeopleChangeRefused>,
): Promise<PeopleChangeRun | PeopleChangeRefused> {
  try {
    const run = await retrying(() => inWorkspace(app.db, workspaceId, work));
    if (!("refused" in run)) app.wake.tell("events", workspaceId);
    return run;
  } catch (error) {
    if (error instanceof Withdrawn) return error.refusal;
    throw error;
  }
}
