import { ArrowDown } from "lucide-react";
import { useMemo, useRef, useState, type UIEvent } from "react";
import { useTranslation } from "react-i18next";
import { useActions } from "../api/actions.ts";
import { threadKey } from "../state/model.ts";
import { usePhones } from "../state/store.ts";
import { useChat } from "./chat-context.ts";
import { DayLabel } from "./DayLabel.tsx";
import { linesOf, type Line } from "./lines.ts";
import { MessageRow } from "./MessageRow.tsx";
import { PendingRow } from "./PendingRow.tsx";
import { TypingBubble } from "./TypingBubble.tsx";

const NEAR_PX = 160;

/**
 * The messages of the open chat.
 *
 * The scrolling box is reversed, so its natural place is the bottom: what arrives
 * is seen, and older messages that come in above move nothing.
 */
export function Thread() {
  const { t } = useTranslation();
  const { chat } = useChat();
  const lines = useLines();
  const box = useRef<HTMLDivElement>(null);
  const [away, setAway] = useState(false);
  const loadOlder = useLoadOlder();

  function onScroll(event: UIEvent<HTMLDivElement>): void {
    const { scrollTop, scrollHeight, clientHeight } = event.currentTarget;
    setAway(-scrollTop > NEAR_PX);
    if (scrollHeight - clientHeight + scrollTop < NEAR_PX) loadOlder();
  }

  return (
    <div className="relative min-h-0 flex-1 bg-chat">
      <div
        ref={box}
        onScroll={onScroll}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- A scrolling region without a stop of its own cannot be moved with the keyboard.
        tabIndex={0}
        role="log"
        aria-label={t("chat.messages", { name: chat.peer.name })}
        className="flex h-full flex-col-reverse overflow-x-hidden overflow-y-auto focus-visible:-outline-offset-2"
      >
        <div className="flex min-h-full flex-col justify-end px-3 py-3">
          {lines?.length === 0 && (
            <p className="m-auto max-w-56 text-center text-list text-ink-3">
              {t("chat.empty", { name: chat.peer.name })}
            </p>
          )}
          <ol>
            {lines?.map((line) => (
              <LineOf key={line.key} line={line} />
            ))}
          </ol>
          <TypingBubble />
        </div>
      </div>
      {away && (
        <button
          type="button"
          className="icon-btn absolute end-3 bottom-3 bg-surface shadow-float"
          aria-label={t("chat.toBottom")}
          onClick={() => box.current?.scrollTo({ top: 0, behavior: "smooth" })}
        >
          <ArrowDown size={20} aria-hidden />
        </button>
      )}
    </div>
  );
}

function LineOf({ line }: { readonly line: Line }) {
  switch (line.kind) {
    case "day":
      return <DayLabel at={line.at} />;
    case "message":
      return <MessageRow message={line.message} first={line.first} />;
    case "pending":
      return <PendingRow pending={line.pending} />;
    default:
      return line satisfies never;
  }
}

/** The lines to show, without what was cleared; null until the thread is known. */
function useLines(): readonly Line[] | null {
  const { chat } = useChat();
  const key = threadKey(chat.personId, chat.id);
  const thread = usePhones((phones) => phones.threads.get(key));
  const pending = usePhones((phones) => phones.pending);
  const clearedAt = usePhones((phones) => phones.cleared.get(key));
  return useMemo(() => {
    if (!thread) return null;
    const shown = thread.messages.filter((it) => clearedAt === undefined || it.sentAt > clearedAt);
    const mine = pending.filter((it) => threadKey(it.personId, it.chatId) === key);
    return linesOf(shown, mine);
  }, [thread, pending, clearedAt, key]);
}

function useLoadOlder(): () => void {
  const { chat } = useChat();
  const { attempt, loadOlder } = useActions();
  const older = usePhones(
    (phones) => phones.threads.get(threadKey(chat.personId, chat.id))?.older ?? null,
  );
  const asked = useRef<string | null>(null);
  return () => {
    if (older === null || asked.current === older) return;
    asked.current = older;
    attempt(() => loadOlder(chat.personId, chat.id));
  };
}
