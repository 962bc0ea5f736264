import { ChevronDown, Forward } from "lucide-react";
import { memo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ChatMessageJson } from "@galka/emulator/wire/control";
import { Quote } from "../bubbles/Quote.tsx";
import { summaryOf } from "../bubbles/summary.ts";
import { Bubble } from "./Bubble.tsx";
import { useChat } from "./chat-context.ts";
import { MessageMenu } from "./MessageMenu.tsx";
import { Meta } from "./Meta.tsx";
import { rowId } from "./show-message.ts";
import { useLongPress } from "./use-long-press.ts";

type Props = { readonly message: ChatMessageJson; readonly first: boolean };

/** One settled message with everything that hangs on it. */
export const MessageRow = memo(function MessageRow({ message, first }: Props) {
  const { t } = useTranslation();
  const { chat, showMessage } = useChat();
  const [menu, setMenu] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  useLongPress(row, () => setMenu(true));
  const mine = message.direction === "out";
  // What is deleted takes its quote, its reactions and its ticks with it.
  const gone = message.content.kind === "deleted";
  const replyTo = gone ? null : message.replyTo;
  const reactions = gone ? [] : message.reactions;

  return (
    <li
      ref={row}
      id={rowId(message.personId, message.id)}
      tabIndex={-1}
      data-message={message.id}
      className={`group flex rounded-xl outline-offset-4 ${mine ? "justify-end" : ""} ${first ? "mt-3" : "mt-1"} ${reactions.length > 0 ? "mb-4" : ""}`}
    >
      <div className="relative min-w-0 max-w-[84%]">
        <span className="sr-only">{mine ? t("you") : chat.peer.name}:</span>
        <Bubble
          shown={{
            messageId: message.id,
            mine,
            content: message.content,
            tappedActionId: message.tappedActionId,
            played: mine ? message.ticks === "played" : message.played,
          }}
          quote={
            <>
              {message.forwarded && !gone && <Forwarded />}
              {replyTo && (
                <Quote
                  quote={replyTo}
                  peerName={chat.peer.name}
                  onOpen={() => showMessage(replyTo.id)}
                />
              )}
            </>
          }
          meta={
            <Meta
              at={message.sentAt}
              ticks={gone ? null : message.ticks}
              edited={message.edited}
              mine={mine}
            />
          }
        >
          {reactions.length > 0 && <Reactions message={message} />}
        </Bubble>
        {!gone && (
          <button
            type="button"
            className={`absolute top-1 grid size-6 place-items-center rounded-full bg-surface-2 text-ink-2 opacity-0 group-hover:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100 ${mine ? "-start-8" : "-end-8"}`}
            aria-label={t("message.menu", { message: summaryOf(message.content, t) })}
            onClick={() => setMenu(true)}
          >
            <ChevronDown size={16} aria-hidden />
          </button>
        )}
      </div>
      {menu && <MessageMenu message={message} onClose={() => setMenu(false)} />}
    </li>
  );
});

function Forwarded() {
  const { t } = useTranslation();
  return (
    <p className="flex items-center gap-1 text-meta text-ink-2 italic">
      <Forward size={13} aria-hidden /> {t("message.forwarded")}
    </p>
  );
}

function Reactions({ message }: { readonly message: ChatMessageJson }) {
  const { t } = useTranslation();
  const { chat } = useChat();
  return (
    <ul
      aria-label={t("message.reactions")}
      className="absolute start-2 -bottom-4 flex gap-0.5 rounded-full border border-hairline bg-surface px-1.5 py-px text-[15px]/5"
    >
      {message.reactions.map((reaction) => (
        <li key={reaction.by}>
          {reaction.emoji}
          <span className="sr-only"> {reaction.by === "me" ? t("you") : chat.peer.name}</span>
        </li>
      ))}
    </ul>
  );
}
