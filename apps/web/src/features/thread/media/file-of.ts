import type { attachmentJson } from "@galka/contract/json/content";
import type { FileJson } from "@galka/contract/json/message";
import type { z } from "zod";

/** The facts of the file that a content names; null when nothing is known of it. */
export function fileOf(
  files: readonly FileJson[],
  attachment: z.infer<typeof attachmentJson>,
): FileJson | null {
  return files.find(({ id }) => id === attachment.fileId) ?? null;
}
