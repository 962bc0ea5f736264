import type { ImportedFile } from "@galka/postgres/stores/imports/imported-messages";
import type { ImportApp } from "../import-app.ts";
import { keepBytes } from "../../files/keep-bytes.ts";
import type { ExportFile } from "../reading/export-file.ts";
import { ZIP_LIMITS } from "../limits.ts";
import { UnreadableExport } from "../reading/unreadable-export.ts";

/**
 * Stores one file of an export by its content's hash.
 *
 * Null when the export does not have it, or has it damaged: one picture that
 * cannot be unpacked is no reason to give up a chat.
 */
export async function storeAttachment(
  app: ImportApp,
  file: ExportFile,
  name: string,
): Promise<ImportedFile | null> {
  const bytes = file.attachment(name);
  if (bytes === null) return null;
  try {
    const kept = await keepBytes(app, bytes, {
      maxBytes: ZIP_LIMITS.unpackedBytes,
      claimedType: null,
    });
    return { id: app.ids.next<"file">(), name, ...kept };
  } catch (error) {
    if (!(error instanceof UnreadableExport) || error.because === "file-missing") throw error;
    app.log.warn({ because: error.because, error: error.cause }, "An attachment is damaged.");
    return null;
  }
}
