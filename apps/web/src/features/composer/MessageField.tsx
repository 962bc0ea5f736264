import type { ConversationJson } from "@galka/contract/json/conversation";
import { type ClipboardEvent, type KeyboardEvent, type RefObject, useEffect, useId } from "react";
import { useTranslation } from "react-i18next";
import { QuickReplySuggestions } from "../quick-replies/QuickReplySuggestions.tsx";
import { useQuickReply } from "../quick-replies/use-quick-reply.ts";
import { drafts } from "./drafts.ts";
import { EmojiSuggestions } from "./emoji/EmojiSuggestions.tsx";
import { useEmojiWord } from "./emoji/use-emoji-word.ts";

type Props = {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly conversation: ConversationJson;
  readonly text: string;
  /** Takes the focus when it becomes true: somebody wants to answer. */
  readonly focused: boolean;
  readonly onSend: () => void;
  readonly onFiles: (files: readonly File[]) => void;
};

/** The field that grows with its text. Enter sends, Shift-Enter breaks the line. */
export function MessageField(props: Props) {
  const { field, conversation, text, focused, onSend, onFiles } = props;
  const { t } = useTranslation();
  const conversationId = conversation.id;
  const listId = useId();
  const emoji = useEmojiWord(field, text, (next) => drafts.write(conversationId, next));

  const quick = useQuickReply(field, conversation, text);
  const open = quick.found.length > 0 ? quick.active : emoji.found.length > 0 ? emoji.active : null;

  useEffect(() => {
    const desk = matchMedia("(pointer: fine)").matches;
    if (desk || focused) field.current?.focus();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another conversation takes the focus anew
  }, [field, conversationId, focused]);

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (quick.onKey(event) || emoji.onKey(event)) return;
    if (event.key === "Escape") {
      event.currentTarget.blur();
      return;
    }
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onSend();
  }

  function onPaste(event: ClipboardEvent): void {
    const files = [...event.clipboardData.files];
    // A table copied from a spreadsheet comes as text and as a picture; the text is meant.
    if (files.length === 0 || event.clipboardData.getData("text/plain") !== "") return;
    event.preventDefault();
    onFiles(files);
  }

  return (
    <div className="relative min-w-0 flex-1">
      {quick.found.length > 0 ? (
        <QuickReplySuggestions
          id={listId}
          found={quick.found}
          active={quick.active}
          onPick={quick.pick}
        />
      ) : emoji.found.length > 0 ? (
        <EmojiSuggestions
          id={listId}
          found={emoji.found}
          active={emoji.active}
          onPick={emoji.pick}
        />
      ) : null}
      <textarea
        ref={field}
        rows={1}
        dir="auto"
        value={text}
        aria-label={t("composer.field")}
        placeholder={t("composer.placeholder")}
        aria-autocomplete="list"
        aria-controls={open === null ? undefined : listId}
        aria-activedescendant={open === null ? undefined : `${listId}-${open}`}
        className="field block field-sizing-content max-h-45 min-h-9 resize-none py-1.5 text-[15px]/[21px] max-narrow:text-message"
        onChange={(event) => {
          drafts.write(conversationId, event.target.value);
          emoji.onCaret();
        }}
        onSelect={emoji.onCaret}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
    </div>
  );
}
