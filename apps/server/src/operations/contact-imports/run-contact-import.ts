import type { WorkspaceId } from "@galka/core/kernel/ids";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { retrying } from "@galka/postgres/retry";
import { listContactFields } from "@galka/postgres/stores/contacts/contact-fields";
import { fileListMembers } from "@galka/postgres/stores/audience/list-members";
import {
  type ContactImport,
  type ContactImportFailure,
  advanceContactImport,
  endContactImport,
  lockContactImport,
} from "@galka/postgres/stores/contacts/contact-imports";
import {
  findContactsByPhone,
  insertImportedContacts,
  updateImportedContacts,
} from "@galka/postgres/stores/contacts/imported-contacts";
import { type NewEvent, appendEvents } from "@galka/postgres/stores/events";
import { lockPeople } from "@galka/postgres/stores/receiving/people";
import { listConversationIdsOfContacts } from "@galka/postgres/stores/views/conversation-list";
import type { App } from "../../app.ts";
import { rememberTakenBack } from "../consent/kept-withdrawals.ts";
import { recordTableConsents } from "../consent/record-table-consents.ts";
import { type TableBatch, type TableRow, batchesOf } from "./table-batches.ts";
import { UnreadableTable } from "./table-file.ts";

export type TableToRun = { readonly workspaceId: WorkspaceId; readonly importId: string };

const BATCH = 1000;
const LISTS_CHANGED: NewEvent = { kind: "collection-changed", otherId: "audience-lists" };

/**
 * Carries an import of contacts out, or goes on with one that was cut off.
 *
 * The table is read from its beginning each time, so that the second row of a
 * number is known for one; what is done is passed over. Each batch is one
 * transaction with its progress: a kill loses at most a batch, and of two runs
 * the later to commit notices and ends.
 */
export async function runContactImport(
  app: App,
  { workspaceId, importId }: TableToRun,
  signal: AbortSignal = new AbortController().signal,
): Promise<"done" | "failed" | "not-running" | "interrupted"> {
  const { found, fields } = await inWorkspace(app.db, workspaceId, async (tx) => ({
    found: await lockContactImport(tx, workspaceId, importId),
    fields: await listContactFields(tx, workspaceId),
  }));
  if (found?.state !== "running" || !found.choices) return "not-running";
  if (!found.source) return end(app, { workspaceId, importId }, "file-missing");
  const { choices, columns, source } = found;
  let { rowsDone } = found;
  try {
    for await (const batch of batchesOf(app.files, source, { columns, choices, fields }, BATCH)) {
      if (batch.rowsDone <= rowsDone) continue;
      if (signal.aborted) return "interrupted";
      const step = { ...found, choices, rowsDone };
      if (!(await writeBatch(app, workspaceId, step, batch))) return "not-running";
      rowsDone = batch.rowsDone;
    }
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    const why = error.because === "file-missing" ? "file-missing" : "file-damaged";
    return end(app, { workspaceId, importId }, why);
  }
  return end(app, { workspaceId, importId }, null);
}

/** Ends an import as failed by a fault of ours, once nobody will try again. */
export async function giveUpContactImport(app: App, run: TableToRun): Promise<void> {
  await end(app, run, "fault");
}

type Running = ContactImport & { readonly choices: NonNullable<ContactImport["choices"]> };

async function writeBatch(
  app: App,
  workspaceId: WorkspaceId,
  running: Running,
  batch: TableBatch,
): Promise<boolean> {
  const written = await retrying(() =>
    inWorkspace(app.db, workspaceId, async (tx) => {
      await lockPeople(tx, workspaceId);
      const now = await lockContactImport(tx, workspaceId, running.id);
      if (now?.state !== "running" || now.rowsDone !== running.rowsDone) return false;
      await write(app, tx, { workspaceId, running }, batch);
      return true;
    }),
  );
  if (written) app.wake.tell("events", workspaceId);
  return written;
}

async function write(
  app: App,
  tx: Tx,
  { workspaceId, running }: { readonly workspaceId: WorkspaceId; readonly running: Running },
  batch: TableBatch,
): Promise<void> {
  const now = app.clock.now();
  const there = await findContactsByPhone(
    tx,
    workspaceId,
    batch.contacts.map(({ phone }) => phone),
  );
  const { list } = running.choices;
  const strangers = batch.contacts.filter(({ phone }) => !there.has(phone));
  const fresh = (list?.unknown === "leave" ? [] : strangers).map((it) => ({
    ...it,
    id: app.ids.next<"contact">(),
    identityId: app.ids.next(),
  }));
  const known = batch.contacts.flatMap((it) => {
    const id = there.get(it.phone);
    return id === undefined ? [] : [{ ...it, id }];
  });
  await insertImportedContacts(tx, workspaceId, fresh, now);
  const holders = fresh.map(({ id, phone }) => ({
    contactId: id,
    kind: "phone" as const,
    value: phone,
  }));
  const remembered = await rememberTakenBack(app, { tx, workspaceId, now }, holders);
  const changed =
    running.choices.known === "update"
      ? await updateImportedContacts(tx, workspaceId, known, now)
      : [];
  const left = list ? await fileRows(app, tx, { workspaceId, running }, [...fresh, ...known]) : [];
  const unknown = list?.unknown === "leave" ? strangers : [];
  const agreed = await recordTableConsents(app, tx, { workspaceId, running }, [...fresh, ...known]);
  await advanceContactImport(tx, workspaceId, running.id, {
    rowsDone: batch.rowsDone,
    added: fresh.length,
    updated: changed.length,
    skipped: known.length - changed.length,
    consents: agreed,
    problems: [
      ...batch.problems,
      ...unknown.map(({ row }) => ({ row, reason: "unknown-person", column: null })),
      ...left.map((row) => ({ row, reason: "duplicate-person", column: null })),
    ],
  });
  const shown = await listConversationIdsOfContacts(tx, workspaceId, changed);
  await appendEvents(tx, workspaceId, now, [
    ...remembered,
    ...agreed.events,
    ...changed.map((contactId): NewEvent => ({ kind: "contact-changed", contactId })),
    ...shown.map((id): NewEvent => ({ kind: "conversation-changed", conversationId: id })),
  ]);
}

/** Puts the people of some rows on the list; answers the rows about somebody who has one already. */
async function fileRows(
  app: App,
  tx: Tx,
  { workspaceId, running }: { readonly workspaceId: WorkspaceId; readonly running: Running },
  people: readonly (TableRow & { readonly id: string })[],
): Promise<number[]> {
  const { list } = running.choices;
  if (!list) return [];
  const filing = { importId: running.id, listId: list.id, now: app.clock.now() };
  const members = people.map(({ id, row, variables }) => ({ contactId: id, row, variables }));
  const placed = new Set(await fileListMembers(tx, workspaceId, filing, members));
  return members.map(({ row }) => row).filter((row) => !placed.has(row));
}

async function end(
  app: App,
  { workspaceId, importId }: TableToRun,
  failure: ContactImportFailure | null,
): Promise<"done" | "failed" | "not-running"> {
  const at = app.clock.now();
  const state = failure === null ? "done" : "failed";
  const ended = await inWorkspace(app.db, workspaceId, async (tx) => {
    const found = await lockContactImport(tx, workspaceId, importId);
    if (found?.state !== "running") return false;
    await endContactImport(tx, workspaceId, importId, { state, failure, at });
    await appendEvents(tx, workspaceId, at, [
      { kind: "collection-changed", otherId: "settings" },
      ...(found.choices?.list ? [LISTS_CHANGED] : []),
    ]);
    return true;
  });
  if (ended) app.wake.tell("events", workspaceId);
  return ended ? state : "not-running";
}
