import { Check, Mic, Paperclip, SendHorizontal, Smile } from "lucide-react";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { QuoteJson } from "@galka/emulator/wire/control";
import { useActions } from "../api/actions.ts";
import { useChat } from "../chat/chat-context.ts";
import { threadKey } from "../state/model.ts";
import { IconButton } from "../ui/IconButton.tsx";
import type { Aside } from "./aside.ts";
import { fieldId, wrapSelection } from "./insert.ts";
import { useDraft } from "./use-draft.ts";
import { useWrite } from "./use-write.ts";

type Props = {
  readonly aside: Aside | null;
  readonly replyTo: QuoteJson | null;
  readonly onDone: () => void;
  /** Takes pasted files; false when there are none. */
  readonly onFiles: (files: FileList) => boolean;
  readonly onAttach: () => void;
  readonly onEmoji: () => void;
  readonly onVoice: () => void;
};

const TYPING_EVERY_MS = 3_000;
const MARKS: Readonly<Record<string, string>> = { b: "*", i: "_" };

/** The line one writes in. Enter sends, Shift-Enter breaks the line. */
export function WriteLine({ aside, replyTo, onDone, onFiles, ...open }: Props) {
  const { t } = useTranslation();
  const { chat } = useChat();
  const line = useLine(aside, replyTo, onDone);
  const field = useRef<HTMLTextAreaElement>(null);
  const about = aside && aside.kind !== "location" ? aside.message.id : null;
  useEffect(() => {
    if (about === null) return undefined;
    // The sheet this was chosen from keeps the screen inert until the next frame.
    const frame = requestAnimationFrame(() => field.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [about]);

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      line.send();
    }
    const mark = MARKS[event.key.toLowerCase()];
    if ((event.ctrlKey || event.metaKey) && mark !== undefined) {
      event.preventDefault();
      wrapSelection(event.currentTarget, mark);
    }
  }

  const empty = line.text.trim() === "";
  return (
    <div className="flex items-end gap-0.5 px-1.5 py-2">
      <IconButton icon={Smile} label={t("compose.emoji")} onClick={open.onEmoji} />
      {!line.editing && (
        <IconButton icon={Paperclip} label={t("compose.attach")} onClick={open.onAttach} />
      )}
      <textarea
        ref={field}
        id={fieldId(chat.personId, chat.id)}
        rows={1}
        dir="auto"
        value={line.text}
        onChange={(event) => line.change(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          if (onFiles(event.clipboardData.files)) event.preventDefault();
        }}
        aria-label={t("compose.write", { name: chat.peer.name })}
        placeholder={t("compose.placeholder")}
        className="field-sizing-content max-h-32 min-h-9 min-w-0 flex-1 resize-none rounded-[18px] border border-edge bg-surface-2 px-3.5 py-1.5 text-message/[22px]"
      />
      {empty && !line.editing ? (
        <IconButton icon={Mic} label={t("voice.record")} onClick={open.onVoice} />
      ) : (
        <IconButton
          icon={line.editing ? Check : SendHorizontal}
          label={line.editing ? t("save") : t("send")}
          disabled={empty}
          onClick={() => {
            line.send();
            field.current?.focus();
          }}
          className="bg-blue text-on-blue hover:bg-blue! hover:text-on-blue!"
        />
      )}
    </div>
  );
}

/** The words of the line: a draft of the chat, or the message that is being edited. */
function useLine(aside: Aside | null, replyTo: QuoteJson | null, onDone: () => void) {
  const { chat } = useChat();
  const { attempt, edit } = useActions();
  const write = useWrite();
  const tell = useTypingSignal();
  const [draft, setDraft] = useDraft(threadKey(chat.personId, chat.id));
  const edited = aside?.kind === "edit" ? aside.message : null;
  const [change, setChange] = useState<{ id: string; text: string } | null>(null);
  const before = edited?.content.kind === "text" ? edited.content.body : "";
  const text = edited ? (change?.id === edited.id ? change.text : before) : draft;

  return {
    text,
    editing: edited !== null,
    change(next: string) {
      if (edited) return setChange({ id: edited.id, text: next });
      setDraft(next);
      if (next !== "") tell();
    },
    send() {
      const body = text.trim();
      if (body === "") return;
      if (edited) attempt(() => edit(chat.personId, edited.id, body));
      else {
        write.content({ kind: "text", body }, replyTo);
        setDraft("");
      }
      onDone();
    },
  };
}

/** Says that the person is typing, at most every few seconds. */
function useTypingSignal(): () => void {
  const { chat } = useChat();
  const { typing } = useActions();
  const saidAt = useRef(0);
  return () => {
    const now = performance.now();
    if (saidAt.current !== 0 && now - saidAt.current < TYPING_EVERY_MS) return;
    saidAt.current = now;
    typing(chat.personId, chat.id);
  };
}
