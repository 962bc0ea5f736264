import type { FileJson, MessageJson } from "@galka/contract/json/message";
import { fileOf } from "./file-of.ts";

/** A picture of the thread that can be looked at by itself. */
export type ShownPicture = {
  readonly file: FileJson;
  readonly at: string;
  readonly caption: string;
};

/** All pictures of a thread in their order, so that one can go from one to the next. */
export function picturesOf(messages: readonly MessageJson[]): readonly ShownPicture[] {
  return messages.flatMap(({ content, files, at, deletedAt }) => {
    if (content.kind !== "image" || deletedAt !== null) return [];
    const file = fileOf(files, content.file);
    if (!file?.previewUrl && !file?.url) return [];
    return [{ file, at, caption: content.file.caption ?? "" }];
  });
}
