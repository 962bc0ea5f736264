import { Copy, Forward, Pencil, Plus, Reply, Trash2 } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ChatMessageJson } from "@galka/emulator/wire/control";
import { useActions } from "../api/actions.ts";
import { wordsOf } from "../bubbles/words.ts";
import { EmojiPanel } from "../emoji/EmojiPanel.tsx";
import { usePhone } from "../phone/phone-context.ts";
import { Sheet } from "../ui/Sheet.tsx";
import { useChat } from "./chat-context.ts";
import { ForwardSheet } from "./ForwardSheet.tsx";

const QUICK = ["👍", "❤️", "😂", "😮", "😢", "🙏"];

type Props = { readonly message: ChatMessageJson; readonly onClose: () => void };

/** What can be done with one message. */
export function MessageMenu({ message, onClose }: Props) {
  const { t } = useTranslation();
  const [page, setPage] = useState<"actions" | "emoji" | "forward">("actions");
  const react = useReact(message, onClose);
  if (page === "forward") return <ForwardSheet message={message} onClose={onClose} />;
  if (page === "emoji") {
    return (
      <Sheet title={t("message.react")} onClose={onClose} tall>
        <EmojiPanel onChoose={react} />
      </Sheet>
    );
  }
  return (
    <Sheet title={t("message.title")} onClose={onClose}>
      <QuickReactions message={message} onChoose={react} onMore={() => setPage("emoji")} />
      <Acts message={message} onForward={() => setPage("forward")} onClose={onClose} />
    </Sheet>
  );
}

/** Reacts with an emoji; the same one again takes it away. */
function useReact(message: ChatMessageJson, onDone: () => void): (emoji: string) => void {
  const { person } = usePhone();
  const { attempt, react } = useActions();
  const mine = myReaction(message);
  return (emoji) => {
    attempt(() => react(person.id, message.id, emoji === mine ? null : emoji));
    onDone();
  };
}

function myReaction(message: ChatMessageJson): string | null {
  return message.reactions.find((it) => it.by === "me")?.emoji ?? null;
}

type QuickProps = {
  readonly message: ChatMessageJson;
  readonly onChoose: (emoji: string) => void;
  readonly onMore: () => void;
};

function QuickReactions({ message, onChoose, onMore }: QuickProps) {
  const { t } = useTranslation();
  const mine = myReaction(message);
  return (
    <fieldset aria-label={t("message.react")} className="flex gap-1 px-3 pb-2">
      {QUICK.map((emoji, at) => (
        <button
          key={emoji}
          type="button"
          data-autofocus={at === 0 ? "" : undefined}
          aria-label={t("message.reactWith", { emoji })}
          aria-pressed={mine === emoji}
          className={`icon-btn text-2xl ${mine === emoji ? "bg-bubble-out" : ""}`}
          onClick={() => onChoose(emoji)}
        >
          {emoji}
        </button>
      ))}
      <button
        type="button"
        className="icon-btn ms-auto bg-surface-3"
        aria-label={t("message.moreReactions")}
        onClick={onMore}
      >
        <Plus size={20} aria-hidden />
      </button>
    </fieldset>
  );
}

type ActsProps = Props & { readonly onForward: () => void };

function Acts({ message, onForward, onClose }: ActsProps) {
  const { t } = useTranslation();
  const { person } = usePhone();
  const { reply, edit } = useChat();
  const { attempt, remove } = useActions();
  const words = wordsOf(message.content);
  const mine = message.direction === "out";
  const canForward = message.content.kind !== "card" && message.content.kind !== "choice";
  const acts: readonly (readonly [LucideIcon, string, () => void] | null)[] = [
    [Reply, t("message.reply"), () => reply(message)],
    words === null
      ? null
      : [Copy, t("message.copy"), () => attempt(() => navigator.clipboard.writeText(words))],
    mine && message.content.kind === "text"
      ? [Pencil, t("message.edit"), () => edit(message)]
      : null,
    mine ? [Trash2, t("message.delete"), () => attempt(() => remove(person.id, message.id))] : null,
  ];
  return (
    <div>
      {acts
        .filter((act) => act !== null)
        .map(([Icon, label, run]) => (
          <button
            key={label}
            type="button"
            className="row-btn"
            onClick={() => {
              onClose();
              run();
            }}
          >
            <Icon size={20} aria-hidden className="text-ink-2" /> {label}
          </button>
        ))}
      {canForward && (
        <button type="button" className="row-btn" onClick={onForward}>
          <Forward size={20} aria-hidden className="text-ink-2" /> {t("message.forward")}
        </button>
      )}
    </div>
  );
}
