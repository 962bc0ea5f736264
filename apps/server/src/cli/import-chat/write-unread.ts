import { open } from "node:fs/promises";
import type { Member } from "@galka/core/workspaces/member";
import type { ChatImport } from "@galka/postgres/stores/chat-imports";
import type { ImportApp } from "../../operations/imports/import-app.ts";
import { readUnreadLines } from "../../operations/imports/read-unread-lines.ts";

/** Writes every line that could not be read to a file, a line each: number, reason, text. */
export async function writeUnread(
  app: ImportApp,
  member: Member,
  { id }: ChatImport,
  path: string,
): Promise<void> {
  const unread = await readUnreadLines(app, member, id);
  if ("refused" in unread) throw new Error("An import that was just made is gone.");
  const file = await open(path, "w", 0o600);
  try {
    for await (const lines of unread.lines) {
      const rows = lines.map(({ line, reason, excerpt }) => `${line}\t${reason}\t${excerpt}\n`);
      await file.writeFile(rows.join(""));
    }
  } finally {
    await file.close();
  }
}
