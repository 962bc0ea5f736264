import { useTranslation } from "react-i18next";
import { useNow } from "../ui/use-now.ts";
import { useChat } from "./chat-context.ts";

const DOTS = [0, 150, 300];

/** Three dots while the other end is writing. */
export function TypingBubble() {
  const { t } = useTranslation();
  const { chat } = useChat();
  const now = useNow(1_000);
  if (chat.typingUntil === null || Date.parse(chat.typingUntil) <= now) return null;
  return (
    <output
      aria-label={t("chat.typing")}
      className="rise mt-2 flex w-fit gap-1 rounded-xl bg-bubble-in px-3.5 py-3"
    >
      {DOTS.map((delay) => (
        <span
          key={delay}
          style={{ animationDelay: `${delay}ms` }}
          className="typing-dot size-2 rounded-full bg-ink-3"
        />
      ))}
    </output>
  );
}
