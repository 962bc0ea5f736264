import type { ChatFormat } from "@galka/core/chat-export/chat-format";
import type { Language } from "@galka/core/chat-export/entry";
import type { ConversationId, ImportId, MemberId, WorkspaceId } from "@galka/core/kernel/ids";
import { sql } from "kysely";
import type { Tx } from "../database.ts";

/**
 * How far an import is.
 *
 * - `ready`: the file is understood; a member is to choose and start.
 * - `running`: a job carries it out. Only here does anything of it change.
 * - `done`: every line was looked at.
 * - `stopped`: a member stopped it; what is in stays, and it can be started again.
 * - `failed`: it cannot go on; what is in stays, and it can be started again.
 * - `reading`: the file is being understood.
 */
export type ImportState = "reading" | "ready" | "running" | "done" | "failed" | "stopped";

export type ImportFailure = "file-missing" | "file-damaged" | "fault";

export type ImportDateOrder = "day-month" | "month-day" | "year-month-day";

/** What the member chose. */
export type ImportChoices = {
  readonly channelId: string;
  readonly ownSender: string | null;
  readonly contactName: string;
  readonly contactPhone: string | null;
  readonly timeZone: string;
  readonly dateOrder: ImportDateOrder;
};

/** What was understood of the file. */
export type ImportReport = {
  readonly platform: "ios" | "android" | "unknown";
  readonly clock: "12-hour" | "24-hour" | "unknown";
  readonly dateOrder: ImportDateOrder;
  readonly dateOrderIsCertain: boolean;
  readonly dateReadings: {
    readonly dateOrder: ImportDateOrder;
    readonly from: string | null;
    readonly to: string | null;
  }[];
  readonly languages: Language[];
  readonly senders: {
    readonly name: string;
    readonly messages: number;
    readonly phone: string | null;
  }[];
  readonly messages: number;
  readonly systemLines: number;
  readonly attachments: number;
  readonly missingAttachments: number;
  readonly omitted: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly unreadLines: { readonly line: number; readonly text: string; readonly reason: string }[];
  readonly unreadLineCount: number;
  readonly sample: {
    readonly at: string;
    readonly sender: string;
    readonly text: string;
    readonly wordless: string | null;
  }[];
};

/** Where the file's bytes are and how they are read. */
export type ImportSource = {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly kind: "text" | "zip";
  readonly format: ChatFormat;
};

export type ChatImport = {
  readonly id: ImportId;
  readonly fileName: string;
  readonly state: ImportState;
  readonly source: ImportSource;
  readonly report: ImportReport;
  readonly choices: ImportChoices | null;
  readonly conversationId: ConversationId | null;
  readonly linesTotal: number;
  readonly linesDone: number;
  readonly messagesAdded: number;
  readonly messagesKnown: number;
  readonly failure: ImportFailure | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
};

type ChatImportRow = {
  id: ImportId;
  file_name: string;
  state: ImportState;
  report: { source: ImportSource; report: ImportReport };
  choices: ImportChoices | null;
  conversation_id: ConversationId | null;
  lines_total: number;
  lines_done: number;
  messages_added: number;
  messages_known: number;
  failure: ImportFailure | null;
  created_at: Date;
  finished_at: Date | null;
};

const SELECT = sql`
  select id, file_name, state, report, nullif(choices, '{}') as choices, conversation_id,
         lines_total, lines_done, messages_added, messages_known, failure, created_at, finished_at
    from chat_imports`;

/** Notes a file that is understood and waits for choices. */
export async function insertChatImport(
  tx: Tx,
  workspaceId: WorkspaceId,
  chatImport: Pick<
    ChatImport,
    "id" | "fileName" | "source" | "report" | "linesTotal" | "createdAt"
  >,
  createdBy: MemberId,
): Promise<void> {
  const { id, fileName, source, report, linesTotal, createdAt } = chatImport;
  await sql`
    insert into chat_imports (workspace_id, id, file_name, state, report, lines_total, created_by, created_at)
    values (${workspaceId}, ${id}, ${fileName}, 'ready', ${JSON.stringify({ source, report })}::jsonb,
            ${linesTotal}, ${createdBy}, ${createdAt})`.execute(tx);
}

/** The imports that are there, in no particular order. */
export async function loadChatImports(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<ChatImport[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ChatImportRow>`
    ${SELECT} where workspace_id = ${workspaceId} and id = any(${[...ids]}::uuid[])`.execute(tx);
  return rows.map(fromRow);
}

/** The newest imports first. */
export async function listChatImports(
  tx: Tx,
  workspaceId: WorkspaceId,
  limit: number,
): Promise<ChatImport[]> {
  const { rows } = await sql<ChatImportRow>`
    ${SELECT} where workspace_id = ${workspaceId}
     order by created_at desc, id desc limit ${limit}`.execute(tx);
  return rows.map(fromRow);
}

/** Locks the import until `tx` ends, so that it is started, stopped and carried on one after the other. */
export async function lockChatImport(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: ImportId,
): Promise<ChatImport | null> {
  const { rows } = await sql<ChatImportRow>`
    ${SELECT} where workspace_id = ${workspaceId} and id = ${id} for update`.execute(tx);
  return rows[0] ? fromRow(rows[0]) : null;
}

/** Sets it running from where `progress` says. */
export async function startChatImport(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: ImportId,
  {
    choices,
    progress,
  }: {
    readonly choices: ImportChoices;
    readonly progress: "kept" | "from-the-beginning";
  },
): Promise<void> {
  const reset =
    progress === "kept"
      ? sql``
      : sql`, lines_done = 0, messages_added = 0, messages_known = 0, conversation_id = null`;
  await sql`
    update chat_imports
       set state = 'running', choices = ${JSON.stringify(choices)}::jsonb, failure = null,
           finished_at = null ${reset}
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

export type ImportEnd = {
  readonly state: "done" | "failed" | "stopped";
  readonly failure: ImportFailure | null;
  readonly at: Date;
  /** The unread lines as the import itself met them; absent when it did not see them all. */
  readonly unread?: Pick<ImportReport, "unreadLines" | "unreadLineCount">;
};

export async function endChatImport(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: ImportId,
  { state, failure, at, unread }: ImportEnd,
): Promise<void> {
  const seen = unread
    ? sql`, lines_done = lines_total,
          report = jsonb_set(report, '{report}', (report -> 'report') || ${JSON.stringify(unread)}::jsonb)`
    : sql``;
  await sql`
    update chat_imports set state = ${state}, failure = ${failure}, finished_at = ${at} ${seen}
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

export async function advanceChatImport(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: ImportId,
  step: { readonly linesDone: number; readonly added: number; readonly known: number },
): Promise<void> {
  await sql`
    update chat_imports
       set lines_done = ${step.linesDone}, messages_added = messages_added + ${step.added},
           messages_known = messages_known + ${step.known}
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

export async function setImportConversation(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: ImportId,
  conversationId: ConversationId,
): Promise<void> {
  await sql`
    update chat_imports set conversation_id = ${conversationId}
     where workspace_id = ${workspaceId} and id = ${id}`.execute(tx);
}

function fromRow(row: ChatImportRow): ChatImport {
  return {
    id: row.id,
    fileName: row.file_name,
    state: row.state,
    source: row.report.source,
    report: row.report.report,
    choices: row.choices,
    conversationId: row.conversation_id,
    linesTotal: row.lines_total,
    linesDone: row.lines_done,
    messagesAdded: row.messages_added,
    messagesKnown: row.messages_known,
    failure: row.failure,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  };
}
