import { type Zone, zoneNamed } from "@galka/core/chat-export/dates/instant-in";
import { type ChatSummary, addToSummary, startSummary } from "@galka/core/chat-export/summary";
import type { ImportId, WorkspaceId } from "@galka/core/kernel/ids";
import { inWorkspace } from "@galka/postgres/database";
import {
  type ChatImport,
  type ImportChoices,
  type ImportFailure,
  loadChatImports,
} from "@galka/postgres/stores/chat-imports";
import type { ImportApp } from "./import-app.ts";
import { type Batch, addToBatch, isFull, startBatch } from "./writing/batch.ts";
import { storedBytes } from "./reading/byte-source.ts";
import { formatOf } from "./reading/chosen-format.ts";
import { type ExportFile, openExport } from "./reading/export-file.ts";
import { type Finish, finishImport } from "./finish-import.ts";
import { readEntries } from "./reading/read-entries.ts";
import { nextInstant, startTimeline } from "./writing/timeline.ts";
import { UnreadableExport } from "./reading/unreadable-export.ts";
import { startWriter, writeBatch } from "./writing/write-batch.ts";

/** How a run ended: the import did, or it is not this run's any more, or the process is to stop. */
export type RunEnd = "done" | "failed" | "not-running" | "interrupted";

export type ImportToRun = { readonly workspaceId: WorkspaceId; readonly importId: ImportId };

/**
 * Carries an import out, or goes on with one that was cut off.
 *
 * The file is read from its beginning each time, because which of two equal
 * messages is which follows from the ones before; what is written already is
 * passed over. Each batch is one transaction with its progress, so a kill
 * loses at most a batch, and of two runs of one import the later to commit
 * notices and ends. Only a file that cannot be read makes the import fail here;
 * any other fault is thrown, and the run can be repeated.
 */
export async function runChatImport(
  app: ImportApp,
  { workspaceId, importId }: ImportToRun,
  signal: AbortSignal = new AbortController().signal,
): Promise<RunEnd> {
  const [found] = await inWorkspace(app.db, workspaceId, (tx) =>
    loadChatImports(tx, workspaceId, [importId]),
  );
  if (!found || found.state !== "running" || found.choices === null) return "not-running";
  const running = { ...found, workspaceId, choices: found.choices };
  try {
    const { sha256, sizeBytes } = found.source;
    using file = await openExport(storedBytes(app.files, sha256, sizeBytes));
    return await carryOut(app, running, file, signal);
  } catch (error) {
    if (!(error instanceof UnreadableExport)) throw error;
    app.log.warn({ importId, because: error.because, error: error.cause }, "An import failed.");
    return end(app, running, { state: "failed", failure: failureOf(error) });
  }
}

/** Ends an import as failed by a fault of ours, once nobody will try again. */
export async function giveUpImport(
  app: ImportApp,
  { workspaceId, importId }: ImportToRun,
): Promise<void> {
  await finishImport(app, { workspaceId, id: importId }, { state: "failed", failure: "fault" });
}

type Running = ChatImport & {
  readonly workspaceId: WorkspaceId;
  readonly choices: ImportChoices;
};

async function carryOut(
  app: ImportApp,
  running: Running,
  file: ExportFile,
  signal: AbortSignal,
): Promise<RunEnd> {
  const writer = startWriter(app, running, file);
  const summary = startSummary();
  for await (const batch of batchesOf(running, file, summary)) {
    if (signal.aborted) return "interrupted";
    if ((await writeBatch(writer, batch)) === "not-ours") return "not-running";
  }
  return end(app, running, { state: "done", summary });
}

/** The entries that are not written yet, with the instants at which they were, in pieces for one transaction each. */
async function* batchesOf(
  running: Running,
  file: ExportFile,
  summary: ChatSummary,
): AsyncGenerator<Batch> {
  const timeline = startTimeline(loadZone(running.choices.timeZone));
  let batch = startBatch();
  for await (const read of readEntries(file.text(), formatOf(running))) {
    addToSummary(summary, { entries: [], unread: read.unread });
    for (const entry of read.entries) {
      const at = nextInstant(timeline, entry.at);
      if (entry.lines.to <= running.linesDone) continue;
      addToBatch(batch, entry, at);
      if (!isFull(batch)) continue;
      yield batch;
      batch = startBatch();
    }
  }
  if (batch.entries.length > 0) yield batch;
}

async function end(app: ImportApp, running: Running, finish: Finish): Promise<RunEnd> {
  const ended = await finishImport(app, running, finish);
  return ended ? finish.state : "not-running";
}

function loadZone(name: string): Zone {
  const zone = zoneNamed(name);
  if ("refused" in zone) throw new Error(`There is no time zone ${name} on this machine.`);
  return zone;
}

function failureOf(error: UnreadableExport): ImportFailure {
  return error.because === "file-missing" ? "file-missing" : "file-damaged";
}
