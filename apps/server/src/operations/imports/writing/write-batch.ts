import type { WorkspaceId } from "@galka/core/kernel/ids";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import {
  type ChatImport,
  type ImportChoices,
  advanceChatImport,
  lockChatImport,
} from "@galka/postgres/stores/chat-imports";
import { type NewEvent, appendEvents } from "@galka/postgres/stores/events";
import {
  type ImportedInto,
  fillOmittedMessages,
  findImportedKinds,
  insertImportedFiles,
  insertImportedMessages,
  raiseLastMessage,
} from "@galka/postgres/stores/imports/imported-messages";
import type { ImportApp } from "../import-app.ts";
import type { Batch, BatchEntry } from "./batch.ts";
import type { ExportFile } from "../reading/export-file.ts";
import { type Made, makeMessages } from "./make-messages.ts";
import { openTarget } from "./open-target.ts";
import { type Pace, dueEvents, startPace } from "./pace.ts";

/** Writes the batches of one run, one after the other. */
export type Writer = {
  readonly app: ImportApp;
  readonly workspaceId: WorkspaceId;
  readonly chatImport: ChatImport;
  readonly choices: ImportChoices;
  readonly file: ExportFile;
  /** Whether more than one person wrote beside the business, so that each is to be named. */
  readonly isGroup: boolean;
  readonly pace: Pace;
  into: ImportedInto | null;
  linesDone: number;
};

export function startWriter(
  app: ImportApp,
  running: ChatImport & { readonly workspaceId: WorkspaceId; readonly choices: ImportChoices },
  file: ExportFile,
): Writer {
  const { workspaceId, choices, report, linesDone } = running;
  const others = report.senders.filter(({ name }) => name !== choices.ownSender);
  return {
    app,
    workspaceId,
    chatImport: running,
    choices,
    file,
    isGroup: others.length > 1,
    pace: startPace(),
    into: null,
    linesDone,
  };
}

/**
 * Writes one batch and how far the import is, or nothing: `not-ours` when the
 * import was stopped, or another run has gone on with it in the meantime.
 *
 * Files are stored before the transaction, which may take long; those of a
 * batch that is not written in the end are found again under the same hash.
 */
export async function writeBatch(writer: Writer, batch: Batch): Promise<"written" | "not-ours"> {
  const { app, workspaceId } = writer;
  const first = batch.entries[0];
  if (first === undefined) return "written";
  writer.into ??= await openTarget(writer, first.at);
  const { into } = writer;
  if (into === null) return "not-ours";

  const known = await inWorkspace(app.db, workspaceId, (tx) =>
    findImportedKinds(tx, into, keysOf(batch.entries)),
  );
  const made = await makeMessages(writer, batch.entries, known);
  const linesDone = Math.max(...batch.entries.map(({ entry }) => entry.lines.to));
  const written = await inWorkspace(app.db, workspaceId, (tx) =>
    write(tx, writer, into, { ...made, entryCount: batch.entries.length, linesDone }),
  );
  if (!written) return "not-ours";
  writer.linesDone = linesDone;
  app.wake.tell("events", workspaceId);
  return "written";
}

type Step = Made & { readonly entryCount: number; readonly linesDone: number };

async function write(tx: Tx, writer: Writer, into: ImportedInto, step: Step): Promise<boolean> {
  const { app, workspaceId, chatImport } = writer;
  const now = app.clock.now();
  const found = await lockChatImport(tx, workspaceId, chatImport.id);
  if (found?.state !== "running" || found.linesDone !== writer.linesDone) return false;

  if (step.files.length > 0) await insertImportedFiles(tx, workspaceId, step.files, now);
  if (step.filled.length > 0) await fillOmittedMessages(tx, into, step.filled);
  const added = await insertImportedMessages(tx, into, step.added, now);
  const continued = step.added.length - step.addedEntryCount;
  // A long caption is a message more than the file has entries; it is not counted.
  const addedEntries = Math.max(0, added - continued);
  await advanceChatImport(tx, workspaceId, chatImport.id, {
    linesDone: step.linesDone,
    added: addedEntries,
    known: step.entryCount - addedEntries,
  });
  if (added > 0) await raiseLastMessage(tx, into);
  await appendEvents(tx, workspaceId, now, eventsOf(writer, into));
  return true;
}

function eventsOf({ pace, chatImport }: Writer, into: ImportedInto): NewEvent[] {
  return dueEvents(pace, performance.now()).map((kind) =>
    kind === "import-changed"
      ? { kind, otherId: chatImport.id }
      : { kind, conversationId: into.conversationId },
  );
}

function keysOf(entries: readonly BatchEntry[]): string[] {
  return entries.map(({ key }) => key);
}
