import type { AttachmentKind } from "@galka/core/messages/attachment-rules";
import { attachmentProblem, kindFor } from "@galka/core/messages/attachment-rules";
import type { FileJson } from "@galka/contract/json/message";
import { type Upload, upload } from "../../../api/upload.ts";
import { createStore } from "../../../sync/store.ts";
import { useStore } from "../../../sync/SyncProvider.tsx";
import { newClientId } from "../client-id.ts";

/** A file that is going to be sent. It is uploaded at once, while the words are still being written. */
export type Attachment = {
  readonly id: string;
  readonly kind: AttachmentKind;
  readonly file: File;
  /** The file on this machine, for its thumbnail. */
  readonly localUrl: string;
  /** From 0 to 1. */
  readonly share: number;
  readonly uploaded: FileJson | null;
  readonly error: unknown;
  /** A voice note goes as soon as it is uploaded; nobody presses twice. */
  readonly sendsItself: boolean;
};

/** By conversation: an upload goes on while another conversation is looked at. */
const all = createStore<Readonly<Record<string, readonly Attachment[]>>>({});
const uploads = new Map<string, Upload<FileJson>>();
const NONE: readonly Attachment[] = [];

export function useAttachments(conversationId: string): readonly Attachment[] {
  return useStore(all)[conversationId] ?? NONE;
}

export const attachments = {
  /** Adds files and begins to upload them. A kind that WhatsApp would not take becomes a document. */
  add: (conversationId: string, files: readonly File[], kind?: AttachmentKind) => {
    for (const file of files) {
      const added = attachmentOf(file, kind);
      change(conversationId, (before) => [...before, added]);
      start(conversationId, added);
    }
  },
  retry: (conversationId: string, attachment: Attachment) => {
    patch(conversationId, attachment.id, { error: null, share: 0 });
    start(conversationId, attachment);
  },
  remove: (conversationId: string, { id, localUrl }: Attachment) => {
    uploads.get(id)?.cancel();
    uploads.delete(id);
    URL.revokeObjectURL(localUrl);
    change(conversationId, (before) => before.filter((it) => it.id !== id));
  },
  /** Takes one out to send it; null when somebody else has, so that it is sent once. */
  take: (conversationId: string, id: string): Attachment | null => {
    const taken = all.get()[conversationId]?.find((it) => it.id === id) ?? null;
    change(conversationId, (before) => before.filter((it) => it.id !== id));
    return taken;
  },
  /** They have been handed over to be sent; their pictures are still shown from here until then. */
  clear: (conversationId: string) => change(conversationId, () => []),
} as const;

function attachmentOf(file: File, kind: AttachmentKind | undefined): Attachment {
  const fits = kind !== undefined && attachmentProblem(kind, file.type, file.size) === null;
  return {
    id: newClientId(),
    kind: fits ? kind : kindFor(file.type, file.size),
    file,
    localUrl: URL.createObjectURL(file),
    share: 0,
    uploaded: null,
    error: null,
    sendsItself: kind === "voice",
  };
}

function start(conversationId: string, { id, file }: Attachment): void {
  const begun = upload("uploadFile", file, (share) => patch(conversationId, id, { share }));
  uploads.set(id, begun);
  begun.done.then(
    (uploaded) => patch(conversationId, id, { uploaded, share: 1 }),
    (error: unknown) => patch(conversationId, id, { error }),
  );
}

function patch(conversationId: string, id: string, what: Partial<Attachment>): void {
  change(conversationId, (before) => before.map((it) => (it.id === id ? { ...it, ...what } : it)));
}

function change(
  conversationId: string,
  how: (before: readonly Attachment[]) => readonly Attachment[],
): void {
  all.update((before) => ({ ...before, [conversationId]: how(before[conversationId] ?? NONE) }));
}
