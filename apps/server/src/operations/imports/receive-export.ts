import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { type ChatImport, insertChatImport } from "@galka/postgres/stores/chat-imports";
import { appendEvents } from "@galka/postgres/stores/events";
import type { ImportApp } from "./import-app.ts";
import { type Analysis, analyzeExport } from "./reading/analyze-export.ts";
import { type ByteSource, localBytes } from "./reading/byte-source.ts";
import { openExport } from "./reading/export-file.ts";
import { MAX_UPLOAD_BYTES } from "./limits.ts";
import { UnreadableExport, type WhyUnreadable } from "./reading/unreadable-export.ts";

export type ReceivedFile = {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
};

export type ExportRefused =
  | Refused<"forbidden">
  | Refused<"file-too-large", { readonly maxBytes: number }>
  | Refused<"import-unreadable", { readonly because: WhyUnreadable }>;

const NAME_LENGTH = 240;

/**
 * Takes in a chat export and says what is understood of it. Nothing is imported yet.
 *
 * The file is looked at in a temporary place first, so that what is refused
 * leaves nothing behind.
 */
export async function receiveExport(
  app: ImportApp,
  member: Member,
  file: ReceivedFile,
  maxBytes = MAX_UPLOAD_BYTES,
): Promise<ChatImport | ExportRefused> {
  if (!may(member, "contacts.import")) return { refused: "forbidden" };
  const directory = await mkdtemp(join(tmpdir(), "galka-import-"));
  try {
    const sizeBytes = await writeDown(join(directory, "export"), file.bytes, maxBytes);
    if (sizeBytes === null) return { refused: "file-too-large", maxBytes };
    return await takeIn(app, member, file.name, localBytes(join(directory, "export"), sizeBytes));
  } catch (error) {
    if (!(error instanceof UnreadableExport)) throw error;
    return { refused: "import-unreadable", because: error.because };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function takeIn(
  app: ImportApp,
  member: Member,
  name: string,
  bytes: ByteSource,
): Promise<ChatImport> {
  const { kind, analysis } = await understand(bytes);
  const { sha256, sizeBytes } = await app.files.put(bytes.open(), MAX_UPLOAD_BYTES);
  const { report, linesTotal } = analysis;
  const chatImport = {
    id: app.ids.next<"import">(),
    fileName: name.slice(-NAME_LENGTH).toWellFormed().replaceAll("\u0000", ""),
    source: { sha256, sizeBytes, kind, format: analysis.format },
    report,
    linesTotal,
    createdAt: app.clock.now(),
  } as const;
  await inWorkspace(app.db, member.workspaceId, async (tx) => {
    await insertChatImport(tx, member.workspaceId, chatImport, member.id);
    await appendEvents(tx, member.workspaceId, chatImport.createdAt, [
      { kind: "import-changed", otherId: chatImport.id },
    ]);
  });
  app.wake.tell("events", member.workspaceId);
  return {
    ...chatImport,
    state: "ready",
    choices: null,
    conversationId: null,
    linesDone: 0,
    messagesAdded: 0,
    messagesKnown: 0,
    failure: null,
    finishedAt: null,
  };
}

async function understand(
  bytes: ByteSource,
): Promise<{ readonly kind: "text" | "zip"; readonly analysis: Analysis }> {
  using file = await openExport(bytes);
  return { kind: file.kind, analysis: await analyzeExport(file) };
}

/** Answers the size, or null when it is more than an export may be. */
async function writeDown(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<number | null> {
  const file = await open(path, "wx", 0o600);
  let sizeBytes = 0;
  try {
    for await (const chunk of bytes) {
      sizeBytes += chunk.byteLength;
      if (sizeBytes > maxBytes) return null;
      await file.writeFile(chunk);
    }
    return sizeBytes;
  } finally {
    await file.close();
  }
}
