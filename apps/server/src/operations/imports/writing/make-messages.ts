import type { ChatEntry } from "@galka/core/chat-export/entry";
import type { MessageContent } from "@galka/core/messages/content";
import { searchableText } from "@galka/core/messages/searchable";
import type {
  ImportedFile,
  ImportedMessage,
} from "@galka/postgres/stores/imports/imported-messages";
import type { ImportApp } from "../import-app.ts";
import type { BatchEntry } from "./batch.ts";
import type { ExportFile } from "../reading/export-file.ts";
import { contentsOf } from "./imported-content.ts";
import { storeAttachment } from "./store-attachment.ts";

export type Maker = {
  readonly app: ImportApp;
  readonly file: ExportFile;
  readonly choices: { readonly ownSender: string | null };
  readonly isGroup: boolean;
};

/** What a batch of entries becomes. */
export type Made = {
  readonly added: readonly ImportedMessage[];
  /** How many entries `added` came from. */
  readonly addedEntryCount: number;
  /** Messages that are there without their file, which this export has. */
  readonly filled: readonly ImportedMessage[];
  readonly files: readonly ImportedFile[];
};

/**
 * Makes the messages of the entries that are not known yet, and stores their files.
 *
 * `known` are the kinds of the messages that are there, by key. A file is stored
 * only if something will carry it, so a repeated import does not read its media.
 */
export async function makeMessages(
  maker: Maker,
  entries: readonly BatchEntry[],
  known: ReadonlyMap<string, MessageContent["kind"]>,
): Promise<Made> {
  const added: ImportedMessage[] = [];
  const filled: ImportedMessage[] = [];
  const files: ImportedFile[] = [];
  let addedEntryCount = 0;
  for (const item of entries) {
    const kind = known.get(item.key);
    if (kind !== undefined && !(kind === "omitted" && hasFile(item.entry))) continue;
    const file = await fileOf(maker, item.entry);
    if (kind !== undefined && file === null) continue;
    if (file !== null) files.push(file);
    const [message, ...rest] = messagesOf(maker, item, file);
    if (kind === undefined) addedEntryCount += 1;
    if (message !== undefined) (kind === undefined ? added : filled).push(message);
    added.push(...rest);
  }
  return { added, addedEntryCount, filled, files };
}

function messagesOf(
  { app, choices: { ownSender }, isGroup }: Maker,
  { entry, at, key }: BatchEntry,
  file: ImportedFile | null,
): ImportedMessage[] {
  const isOwn = entry.type === "message" && entry.sender.name === ownSender;
  const author = isGroup && entry.type === "message" && !isOwn ? entry.sender.name : null;
  return contentsOf(entry, file, author).map((content, index) => ({
    id: app.ids.next<"message">(),
    key: index === 0 ? key : `${key}+${index}`,
    direction: isOwn ? "out" : "in",
    content,
    at,
    edited: entry.type === "message" && entry.edited,
    deleted: entry.type === "message" && entry.kind === "deleted",
    text: searchableText(content),
  }));
}

function hasFile(entry: ChatEntry): boolean {
  return entry.type === "message" && entry.kind === "attachment";
}

async function fileOf(maker: Maker, entry: ChatEntry): Promise<ImportedFile | null> {
  if (entry.type !== "message" || entry.attachmentName === null || !hasFile(entry)) return null;
  return storeAttachment(maker.app, maker.file, entry.attachmentName);
}
