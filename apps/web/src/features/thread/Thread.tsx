import type { ConversationJson } from "@galka/contract/json/conversation";
import type { MessageJson } from "@galka/contract/json/message";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi, useSync } from "../../sync/SyncProvider.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { toasts } from "../../ui/toasts.ts";
import { Composer } from "../composer/Composer.tsx";
import { contactName } from "../contact/contact-name.ts";
import { sameList } from "../inbox/inbox-search.ts";
import { ScheduledRows } from "../scheduled/ScheduledRows.tsx";
import { useShortcut } from "../shortcuts/use-shortcut.ts";
import { MessageList } from "./MessageList.tsx";
import { PinnedBar } from "./pins/PinnedBar.tsx";
import { ThreadHead } from "./ThreadHead.tsx";
import { useThread } from "./use-thread.ts";

const LabelPicker = lazy(() =>
  import("../labels/LabelPicker.tsx").then((module) => ({ default: module.LabelPicker })),
);

type Props = {
  readonly conversation: ConversationJson;
  readonly messageId: string | null;
  readonly panelOpen: boolean;
  readonly onTogglePanel: () => void;
};

/** One conversation: who it is with, what was said, and what to say. */
export function Thread({ conversation, messageId, panelOpen, onTogglePanel }: Props) {
  const { t } = useTranslation();
  const { thread, error, retry } = useThread(conversation.id, messageId);
  const [replyTo, setReplyTo] = useState<MessageJson | null>(null);
  const name = contactName(conversation.contact, t("contact.unnamed"));
  const may = useMay();
  const [labelling, setLabelling] = useState(false);
  useShortcut("label", () => setLabelling(true), may("conversations.organize"));
  useViewing(conversation.id);
  useThreadShortcuts(conversation, replyTo !== null, () => setReplyTo(null));

  return (
    <section
      aria-label={t("thread.with", { name })}
      className="flex h-full min-w-0 flex-1 flex-col bg-desk"
    >
      <ThreadHead conversation={conversation} panelOpen={panelOpen} onTogglePanel={onTogglePanel} />
      <PinnedBar conversationId={conversation.id} />
      {thread ? (
        <MessageList
          conversation={conversation}
          thread={thread}
          messageId={messageId}
          onReply={setReplyTo}
        />
      ) : (
        <div className="min-h-0 flex-1">
          {error === null ? (
            <Skeleton rows={5} kind="lines" />
          ) : (
            <ErrorState error={error} onRetry={retry} />
          )}
        </div>
      )}
      <ScheduledRows conversationId={conversation.id} />
      <Composer
        conversation={conversation}
        replyTo={replyTo}
        onReplyDone={() => setReplyTo(null)}
      />
      {labelling ? (
        <Suspense>
          <LabelPicker conversation={conversation} onClose={() => setLabelling(false)} />
        </Suspense>
      ) : null}
    </section>
  );
}

function useViewing(conversationId: string): void {
  const sync = useSync();
  useEffect(() => {
    sync.present(conversationId, false);
    return () => sync.present(null, false);
  }, [sync, conversationId]);
}

function useThreadShortcuts(
  conversation: ConversationJson,
  replying: boolean,
  stopReplying: () => void,
): void {
  const navigate = useNavigate();
  const may = useMay();
  const api = useApi();
  const words = useErrorWords();
  const leave = () => void navigate({ to: "/inbox", search: sameList });

  useShortcut("leave", () => (replying ? stopReplying() : leave()));
  const markUnread = () => {
    leave();
    api("markUnread", { params: { id: conversation.id } }).catch((error: unknown) =>
      toasts.add({ title: words(error) }),
    );
  };
  useShortcut("unread", markUnread, may("conversations.reply"));
}
