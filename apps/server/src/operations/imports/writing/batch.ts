import { createHash } from "node:crypto";
import { type ChatEntry, fingerprintInput } from "@galka/core/chat-export/entry";
import { BATCH } from "../limits.ts";

/** An entry, when it was written, and what makes it the same entry in a later export. */
export type BatchEntry = { readonly entry: ChatEntry; readonly at: Date; readonly key: string };

/** What is written in one transaction. */
export type Batch = {
  readonly entries: BatchEntry[];
  characters: number;
  attachments: number;
};

export function startBatch(): Batch {
  return { entries: [], characters: 0, attachments: 0 };
}

/** Adds to `batch`, in place. */
export function addToBatch(batch: Batch, entry: ChatEntry, at: Date): void {
  batch.entries.push({ entry, at, key: keyOf(entry) });
  batch.characters += entry.text.length;
  if (entry.type === "message" && entry.kind === "attachment") batch.attachments += 1;
}

export function isFull({ entries, characters, attachments }: Batch): boolean {
  return (
    entries.length >= BATCH.entries ||
    characters >= BATCH.characters ||
    attachments >= BATCH.attachments
  );
}

function keyOf(entry: ChatEntry): string {
  return createHash("sha256").update(fingerprintInput(entry)).digest("base64url").slice(0, 27);
}
