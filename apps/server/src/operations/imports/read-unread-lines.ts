import type { UnreadLine } from "@galka/core/chat-export/entry";
import type { ImportId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import type { Member } from "@galka/core/workspaces/member";
import type { ChatImport } from "@galka/postgres/stores/chat-imports";
import type { ImportApp } from "./import-app.ts";
import { storedBytes } from "./reading/byte-source.ts";
import { formatOf } from "./reading/chosen-format.ts";
import { openExport } from "./reading/export-file.ts";
import { readEntries } from "./reading/read-entries.ts";
import { readImport } from "./read-imports.ts";

export type UnreadLines = {
  readonly fileName: string;
  readonly lines: AsyncIterable<readonly UnreadLine[]>;
};

/** Every line of an import's file that is in no message, read anew from the file. */
export async function readUnreadLines(
  app: ImportApp,
  member: Member,
  id: ImportId,
): Promise<UnreadLines | Refused<"not-found"> | Refused<"forbidden">> {
  const found = await readImport(app, member, id);
  if ("refused" in found) return found;
  return { fileName: found.fileName, lines: unreadLines(app, found) };
}

async function* unreadLines(
  app: ImportApp,
  chatImport: ChatImport,
): AsyncGenerator<readonly UnreadLine[]> {
  const { sha256, sizeBytes } = chatImport.source;
  using file = await openExport(storedBytes(app.files, sha256, sizeBytes));
  for await (const { unread } of readEntries(file.text(), formatOf(chatImport))) {
    if (unread.length > 0) yield unread;
  }
}
