import type { ConversationJson } from "@galka/contract/json/conversation";
import type { MessageJson } from "@galka/contract/json/message";
import { ArrowDown } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useOutbox, useSync } from "../../sync/SyncProvider.tsx";
import type { Thread } from "../../sync/workspace-state.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { useShortcut } from "../shortcuts/use-shortcut.ts";
import { picturesOf } from "./media/pictures.ts";
import { PicturesProvider } from "./media/PicturesProvider.tsx";
import { moveAmongMessages } from "./move-among-messages.ts";
import { shownMessages } from "./shown-message.ts";
import { firstUnread, threadItems } from "./thread-items.ts";
import { ThreadRow } from "./ThreadRow.tsx";
import { useMarkRead } from "./use-mark-read.ts";
import { useThreadScroll } from "./use-thread-scroll.ts";

type Props = {
  readonly conversation: ConversationJson;
  readonly thread: Thread;
  readonly messageId: string | null;
  readonly onReply: (message: MessageJson) => void;
};

/** What was said, oldest above. Keeps its place when older messages arrive above it. */
export function MessageList({ conversation, thread, messageId, onReply }: Props) {
  const { t } = useTranslation();
  const { load } = useSync();
  const outbox = useOutbox();
  const { messages, activity } = thread;
  // What was unread when the conversation was opened stays marked while it is read.
  const [unreadId] = useState(() => firstUnread(messages, conversation.unreadCount));
  const items = useMemo(() => {
    const own = outbox.filter((entry) => entry.conversationId === conversation.id);
    return threadItems(shownMessages(messages, own), unreadId, activity);
  }, [messages, activity, outbox, conversation.id, unreadId]);

  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const scroll = useThreadScroll({
    scroller,
    content,
    items,
    focusId: messageId ?? unreadId,
    hasOlder: thread.older !== null,
    hasNewer: thread.newer !== null,
    loadOlder: () => load.older(conversation.id),
    loadNewer: () => load.newer(conversation.id),
    reload: () => load.thread(conversation.id),
  });
  useMarkRead(conversation, scroll.atNewest);
  const last = messages.findLast(
    ({ content, direction }) => content.kind !== "notice" && direction !== "note",
  );
  useShortcut("reply", () => last && onReply(last), last !== undefined);
  const pictures = useMemo(() => picturesOf(messages), [messages]);

  return (
    <PicturesProvider pictures={pictures}>
      <div className="relative min-h-0 flex-1">
        <div
          ref={scroller}
          onScroll={scroll.onScroll}
          className="h-full overflow-x-hidden overflow-y-auto px-3 [overflow-anchor:none] narrow:px-6"
        >
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of the messages inside bubble up to here */}
          <div
            ref={content}
            role="log"
            aria-live="off"
            aria-label={t("thread.messages")}
            onKeyDown={moveAmongMessages}
            className="mx-auto flex min-h-full max-w-240 flex-col justify-end py-4"
          >
            {thread.older === null ? (
              <p className="py-3 text-center text-meta text-ink-3">{t("thread.beginning")}</p>
            ) : (
              <output className="block h-10 py-2 text-center text-meta text-ink-3">
                {t("thread.loadingOlder")}
              </output>
            )}
            {items.map((item, index) => (
              <ThreadRow
                key={item.key}
                item={item}
                conversation={conversation}
                reachable={index === items.length - 1}
                pointedAt={item.kind === "message" && item.shown.message.id === messageId}
                onReply={onReply}
                onJump={scroll.jumpTo}
              />
            ))}
          </div>
        </div>
        {scroll.atNewest ? null : (
          <IconButton
            label={t("thread.jumpToLatest")}
            side="left"
            onClick={scroll.jumpToNewest}
            className="absolute right-4 bottom-3 size-10 rounded-full border bg-surface shadow-float"
          >
            <ArrowDown size={20} aria-hidden="true" />
          </IconButton>
        )}
      </div>
    </PicturesProvider>
  );
}
