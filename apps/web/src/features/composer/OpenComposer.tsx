import type { ConversationJson } from "@galka/contract/json/conversation";
import type { MessageJson } from "@galka/contract/json/message";
import { Clock, Mic, SendHorizontal } from "lucide-react";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../ui/IconButton.tsx";
import {
  holesIn,
  stagedReplies,
  stagedSending,
  useStagedReply,
} from "../quick-replies/staged-replies.ts";
import { StagedReplyBar } from "../quick-replies/StagedReplyBar.tsx";
import { useShortcut } from "../shortcuts/use-shortcut.ts";
import { attachments, useAttachments } from "./attachments/attachments.ts";
import { AttachmentTray } from "./attachments/AttachmentTray.tsx";
import { AttachButton } from "./attachments/AttachButton.tsx";
import { sendingsOf } from "./attachments/sendings.ts";
import { useFileDrop } from "./attachments/use-file-drop.ts";
import { drafts, useDrafts } from "./drafts.ts";
import { EmojiButton } from "./emoji/EmojiButton.tsx";
import { type ComposerDialog, ComposerDialogs } from "./ComposerDialogs.tsx";
import { FormattingPreview } from "./FormattingPreview.tsx";
import { MessageField } from "./MessageField.tsx";
import { ReplyBar } from "./ReplyBar.tsx";
import { useKeptDraft } from "./use-kept-draft.ts";
import { useSend } from "./use-send.ts";
import { useTypingPresence } from "./use-typing-presence.ts";

const VoiceRecorder = lazy(() =>
  import("./voice/VoiceRecorder.tsx").then((module) => ({ default: module.VoiceRecorder })),
);

const MoreButton = lazy(() =>
  import("./rich/MoreButton.tsx").then((module) => ({ default: module.MoreButton })),
);

/** First fetched when something is written, perhaps without a line: what is written is worth more than its price. */
const SendPrice = lazy(() =>
  import("../prices/SendPrice.tsx")
    .then((module) => ({ default: module.SendPrice }))
    .catch(() => ({ default: () => null })),
);

type Props = {
  readonly conversation: ConversationJson;
  readonly replyTo: MessageJson | null;
  readonly onReplyDone: () => void;
};

const LONGEST_TEXT = 4096;

/** The field with all that can go into a message. */
export function OpenComposer({ conversation, replyTo, onReplyDone }: Props) {
  const { t } = useTranslation();
  const { id } = conversation;
  const text = useDrafts()[id] ?? "";
  const files = useAttachments(id);
  const send = useSend(id);
  const field = useRef<HTMLTextAreaElement>(null);
  const [recording, setRecording] = useState(false);
  const [dialog, setDialog] = useState<ComposerDialog | null>(null);
  const drop = useFileDrop((dropped) => attachments.add(id, dropped));
  useTypingPresence(id, text);
  useKeptDraft(id, text);
  useShortcut("reply", () => field.current?.focus());

  useEffect(() => {
    for (const { id: fileId, sendsItself, uploaded } of files) {
      const voice = sendsItself && uploaded ? attachments.take(id, fileId) : null;
      if (voice) sendingsOf([voice], "").forEach((sending) => send(sending, null));
    }
  }, [files, id, send]);

  const ready = files.every(({ uploaded }) => uploaded !== null);
  const tooLong = text.length > LONGEST_TEXT;
  const staged = useStagedReply(id);
  const something = text.trim() !== "" || files.length > 0 || Boolean(staged?.file);
  const isWhole = staged === null || holesIn(text).length === 0;
  const maySend = something && ready && !tooLong && isWhole;

  function sendAll(): void {
    if (!maySend) return;
    const sendings = staged
      ? [stagedSending(staged, text), ...sendingsOf(files, "")]
      : sendingsOf(files, text);
    sendings.forEach((sending, index) => send(sending, index === 0 ? replyTo : null));
    stagedReplies.drop(id);
    attachments.clear(id);
    drafts.write(id, "");
    onReplyDone();
    field.current?.focus();
  }

  function sendVoice(file: File): void {
    setRecording(false);
    attachments.add(id, [file], "voice");
  }

  return (
    <div
      {...drop.handlers}
      className="relative shrink-0 border-t bg-surface pb-[env(safe-area-inset-bottom)]"
    >
      {drop.over ? (
        <div className="absolute inset-0 z-20 grid place-items-center border-2 border-dashed border-blue bg-blue-soft font-medium text-blue-ink">
          {t("attachment.drop")}
        </div>
      ) : null}
      {replyTo ? (
        <ReplyBar message={replyTo} conversation={conversation} onCancel={onReplyDone} />
      ) : null}
      {staged ? (
        <StagedReplyBar reply={staged} text={text} onDrop={() => stagedReplies.drop(id)} />
      ) : null}
      <AttachmentTray conversationId={id} items={files} />
      <FormattingPreview text={text} />
      {recording ? (
        <Suspense fallback={<div className="min-h-12" />}>
          <VoiceRecorder onDone={sendVoice} onCancel={() => setRecording(false)} />
        </Suspense>
      ) : (
        <div className="relative flex items-end gap-1 px-2 py-2 narrow:px-4">
          <EmojiButton onPick={(emoji) => insert(field.current, id, emoji)} />
          <AttachButton onFiles={(chosen) => attachments.add(id, chosen)} />
          <Suspense fallback={<span className="control-icon" />}>
            <MoreButton onChoose={setDialog} onTemplate={() => setDialog("template")} />
          </Suspense>
          <MessageField
            field={field}
            conversation={conversation}
            text={text}
            focused={replyTo !== null}
            onSend={sendAll}
            onFiles={(pasted) => attachments.add(id, pasted)}
          />
          {text.trim() !== "" && files.length === 0 ? (
            <IconButton label={t("scheduled.later")} onClick={() => setDialog("later")}>
              <Clock size={20} aria-hidden="true" />
            </IconButton>
          ) : null}
          {something ? (
            <Suspense>
              <SendPrice
                conversationId={id}
                purpose="service"
                lastInboundAt={conversation.lastInboundAt}
                className="self-center px-1 text-ink-2"
              />
            </Suspense>
          ) : null}
          {something ? (
            <IconButton
              label={
                tooLong
                  ? t("composer.tooLong", { count: text.length - LONGEST_TEXT })
                  : t("composer.send")
              }
              keys="Enter"
              disabled={!maySend}
              onClick={sendAll}
              className="bg-blue text-on-blue hover:bg-blue-strong hover:text-on-blue disabled:bg-surface-3"
            >
              <SendHorizontal size={18} aria-hidden="true" />
            </IconButton>
          ) : (
            <IconButton label={t("voice.record")} onClick={() => setRecording(true)}>
              <Mic size={20} aria-hidden="true" />
            </IconButton>
          )}
        </div>
      )}
      {tooLong ? (
        <p role="alert" className="px-4 pb-2 text-list text-red">
          {t("composer.tooLong", { count: text.length - LONGEST_TEXT })}
        </p>
      ) : null}
      {dialog ? (
        <ComposerDialogs
          dialog={dialog}
          conversation={conversation}
          replyTo={replyTo}
          onClose={() => setDialog(null)}
          onReplyDone={onReplyDone}
        />
      ) : null}
    </div>
  );
}

/** Puts an emoji where the caret is, and the caret behind it. */
function insert(field: HTMLTextAreaElement | null, id: string, emoji: string): void {
  const text = drafts.of(id);
  const from = field?.selectionStart ?? text.length;
  const to = field?.selectionEnd ?? text.length;
  drafts.write(id, text.slice(0, from) + emoji + text.slice(to));
  requestAnimationFrame(() => field?.setSelectionRange(from + emoji.length, from + emoji.length));
}
