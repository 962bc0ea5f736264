import type {
  ChatMessageJson,
  MediaJson,
  WriteContent,
  WriteRequest,
} from "@galka/emulator/wire/control";
import { type Outgoing, type Pending, threadKey } from "../state/model.ts";
import type { Store } from "../state/store.ts";
import { withMessage } from "../state/thread.ts";
import { call, upload } from "./emulator.ts";

/** Puts messages on their way, in the order they were written in each chat. */
export type Writer = {
  readonly write: (pending: Pending) => void;
  readonly retry: (key: string) => void;
  readonly discard: (key: string) => void;
};

/**
 * A message is shown at once and settles when the emulator has it. Sends of one
 * chat wait for each other, so that a large file does not arrive after the
 * words that were written below it.
 */
export function createWriter(store: Store): Writer {
  const lines = new Map<string, Promise<void>>();

  function enqueue(pending: Pending): void {
    const key = threadKey(pending.personId, pending.chatId);
    const before = lines.get(key) ?? Promise.resolve();
    lines.set(
      key,
      before.then(() => deliver(pending)),
    );
  }

  async function deliver(pending: Pending): Promise<void> {
    try {
      const content = await contentOf(pending.outgoing);
      const request: WriteRequest = {
        content,
        ...(pending.replyTo ? { replyTo: pending.replyTo.id } : {}),
      };
      const path = `people/${pending.personId}/chats/${pending.chatId}/messages`;
      const message = await call<ChatMessageJson>("POST", path, request);
      store.update((phones) => {
        const key = threadKey(pending.personId, pending.chatId);
        const thread = phones.threads.get(key);
        return {
          ...phones,
          pending: phones.pending.filter((it) => it.key !== pending.key),
          threads:
            thread && !thread.messages.some((it) => it.id === message.id)
              ? new Map(phones.threads).set(key, withMessage(thread, message, true))
              : phones.threads,
        };
      });
      release(pending);
    } catch {
      mark(pending.key, "failed");
    }
  }

  function mark(key: string, state: Pending["state"]): void {
    store.update((phones) => ({
      ...phones,
      pending: phones.pending.map((it) => (it.key === key ? { ...it, state } : it)),
    }));
  }

  return {
    write(pending) {
      store.update((phones) => ({ ...phones, pending: [...phones.pending, pending] }));
      enqueue(pending);
    },
    retry(key) {
      const pending = store.get().pending.find((it) => it.key === key);
      if (!pending) return;
      mark(key, "sending");
      enqueue({ ...pending, state: "sending" });
    },
    discard(key) {
      store.update((phones) => ({
        ...phones,
        pending: phones.pending.filter((it) => it.key !== key),
      }));
    },
  };
}

async function contentOf(outgoing: Outgoing): Promise<WriteContent> {
  if (outgoing.kind === "content") return outgoing.content;
  const { file, attachment } = outgoing;
  const name = encodeURIComponent(attachment.filename);
  const media = await upload<MediaJson>(`media?filename=${name}`, file);
  return {
    kind: attachment.kind,
    mediaId: media.mediaId,
    ...(attachment.caption === "" ? {} : { caption: attachment.caption }),
    ...(attachment.kind === "document" ? { filename: attachment.filename } : {}),
    ...(attachment.voice ? { voice: true } : {}),
  };
}

/** Gives the memory of a local preview back a little later, when the real file has taken its place. */
function release(pending: Pending): void {
  const { shown } = pending;
  if (!("url" in shown) || !shown.url.startsWith("blob:")) return;
  window.setTimeout(() => URL.revokeObjectURL(shown.url), 10_000);
}
