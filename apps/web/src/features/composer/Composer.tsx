import type { ConversationJson } from "@galka/contract/json/conversation";
import type { MessageJson } from "@galka/contract/json/message";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { useNow } from "../../sync/use-now.ts";
import { classNames } from "../../ui/class-names.ts";
import { Notice } from "../../ui/Notice.tsx";
import { NoteComposer } from "../notes/NoteComposer.tsx";
import { useShortcut } from "../shortcuts/use-shortcut.ts";
import { windowState } from "../inbox/window-state.ts";
import { WritingLock } from "../work/WritingLock.tsx";
import { ClosedComposer } from "./ClosedComposer.tsx";
import { OpenComposer } from "./OpenComposer.tsx";

type Props = {
  readonly conversation: ConversationJson;
  readonly replyTo: MessageJson | null;
  readonly onReplyDone: () => void;
};

/** Where one answers: with anything while the window is open, with a template once it has closed. */
export function Composer({ conversation, replyTo, onReplyDone }: Props) {
  const { t } = useTranslation();
  const now = useNow("second");
  const may = useMay();
  const channel = useWorkspace((state) => state.channels.get(conversation.channelId));
  const serviceWindow = windowState(now, conversation.lastInboundAt);
  const [noting, setNoting] = useState(false);
  useShortcut("note", () => setNoting(true));
  useShortcut("reply", () => setNoting(false), noting);

  if (!may("conversations.reply")) {
    return (
      <div className="border-t bg-surface p-3">
        <Notice tone="info">{t("team.readsOnly")}</Notice>
      </div>
    );
  }
  return (
    <div className="shrink-0 border-t bg-surface">
      <Modes noting={noting} onChange={setNoting} />
      {noting ? (
        <NoteComposer conversationId={conversation.id} onDone={() => setNoting(false)} />
      ) : (
        answering()
      )}
    </div>
  );

  function answering(): ReactNode {
    if (conversation.blockedAt !== null) {
      return (
        <div className="p-3">
          <Notice tone="soon">{t("block.composer")}</Notice>
        </div>
      );
    }
    if (channel?.status !== "connected") {
      return (
        <div className="border-t bg-surface p-3">
          <Notice tone="soon">
            {channel?.status === "paused" ? t("composer.channelPaused") : t("composer.channelGone")}
          </Notice>
        </div>
      );
    }
    return serviceWindow.open ? (
      <WritingLock conversationId={conversation.id}>
        <OpenComposer conversation={conversation} replyTo={replyTo} onReplyDone={onReplyDone} />
      </WritingLock>
    ) : (
      <ClosedComposer conversation={conversation} neverOpen={serviceWindow.closesAt === null} />
    );
  }
}

type ModesProps = { readonly noting: boolean; readonly onChange: (noting: boolean) => void };

/** Whether one writes to the contact or to the team. */
function Modes({ noting, onChange }: ModesProps) {
  const { t } = useTranslation();
  const look = (on: boolean) =>
    classNames(
      "min-h-8 border-b-2 px-2 text-list font-medium pointer-coarse:min-h-11",
      on ? "border-blue text-blue-ink" : "border-transparent text-ink-2 hover:text-ink",
    );
  return (
    <fieldset aria-label={t("note.modes")} className="flex gap-1 px-2 narrow:px-4">
      <button
        type="button"
        aria-pressed={!noting}
        className={look(!noting)}
        onClick={() => onChange(false)}
      >
        {t("note.reply")}
      </button>
      <button
        type="button"
        aria-pressed={noting}
        className={look(noting)}
        onClick={() => onChange(true)}
      >
        {t("note.note")}
      </button>
    </fieldset>
  );
}
