import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import {
  type ContactImport,
  type ContactTableSource,
  insertContactImport,
  lockContactImport,
} from "@galka/postgres/stores/contacts/contact-imports";
import type { App } from "../../app.ts";
import { FileTooLargeError } from "../../files/file-store.ts";
import {
  TABLE_LIMITS,
  UnreadableTable,
  detectTable,
  rowsOf,
  type WhyNoTable,
} from "./table-file.ts";

export type TableRefused =
  | Refused<"forbidden">
  | Refused<"file-too-large", { readonly maxBytes: number }>
  | Refused<"import-unreadable", { readonly because: WhyNoTable | "file-missing" }>;

const NAME_LENGTH = 240;

/** Takes in a table of contacts and says what its columns are. Nothing is imported yet. */
export async function receiveTable(
  app: App,
  member: Member,
  file: { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> },
): Promise<ContactImport | TableRefused> {
  if (!may(member, "contacts.import")) return { refused: "forbidden" };
  try {
    const stored = await app.files.put(file.bytes, TABLE_LIMITS.bytes);
    const source = await detectTable(app.files, stored);
    return await keep(app, member, file.name, source);
  } catch (error) {
    if (error instanceof UnreadableTable) {
      return { refused: "import-unreadable", because: error.because };
    }
    if (!(error instanceof FileTooLargeError)) throw error;
    return { refused: "file-too-large", maxBytes: TABLE_LIMITS.bytes };
  }
}

async function keep(
  app: App,
  member: Member,
  name: string,
  source: ContactTableSource,
): Promise<ContactImport> {
  const { workspaceId } = member;
  const { columns, rowsTotal } = await look(app, source);
  const id = app.ids.next();
  return inWorkspace(app.db, workspaceId, async (tx) => {
    await insertContactImport(tx, workspaceId, {
      id,
      fileName: name.slice(-NAME_LENGTH).toWellFormed().replaceAll("\u0000", ""),
      source,
      columns,
      rowsTotal,
      createdBy: member.id,
      createdAt: app.clock.now(),
    });
    const kept = await lockContactImport(tx, workspaceId, id);
    if (!kept) throw new Error("An import that was just kept is gone.");
    return kept;
  });
}

/** Reads all of it once: what cannot be read to its end is refused now and not half-way. */
async function look(app: App, source: ContactTableSource) {
  let columns: readonly string[] | null = null;
  let rowsTotal = 0;
  for await (const row of rowsOf(app.files, source)) {
    if (columns === null) columns = row.map((it) => it.replaceAll("\u0000", "").slice(0, 200));
    else rowsTotal += 1;
  }
  if (columns === null || rowsTotal === 0) throw new UnreadableTable("empty");
  if (columns.length > TABLE_LIMITS.columns) throw new UnreadableTable("too-many-columns");
  return { columns, rowsTotal };
}
