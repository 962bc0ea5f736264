import type { ConversationJson } from "@galka/contract/json/conversation";
import type { MessageJson } from "@galka/contract/json/message";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { dayName, exactTime } from "../../i18n/dates.ts";
import { useDayWords, useLocale } from "../../i18n/use-locale.ts";
import { useNow } from "../../sync/use-now.ts";
import { NoteBubble } from "../notes/NoteBubble.tsx";
import { ActivityLine } from "./activity/ActivityLine.tsx";
import { NoticeLine } from "./message/NoticeLine.tsx";
import { Bubble } from "./message/Bubble.tsx";
import type { ThreadItem } from "./thread-items.ts";

type Props = {
  readonly item: ThreadItem;
  readonly conversation: ConversationJson;
  /** The one message that Tab comes to; from it the arrows reach the others. */
  readonly reachable: boolean;
  readonly pointedAt: boolean;
  readonly onReply: (message: MessageJson) => void;
  readonly onJump: (messageId: string) => boolean;
};

/** A line of the thread: a day, the mark above the unread, or a message. */
export const ThreadRow = memo(
  function ThreadRow({ item, ...rest }: Props) {
    if (item.kind === "day") return <Day at={item.at} />;
    if (item.kind === "unread") return <UnreadMark />;
    if (item.kind === "activity") return <ActivityLine activity={item.activity} />;
    const { message } = item.shown;
    if (message.content.kind === "note") {
      const { reachable, pointedAt } = rest;
      return <NoteBubble message={message} note={message.content} {...{ reachable, pointedAt }} />;
    }
    if (message.content.kind === "notice") {
      return (
        <NoticeLine message={message} text={message.content.text} reachable={rest.reachable} />
      );
    }
    return <Bubble shown={item.shown} starts={item.starts} {...rest} />;
  },
  (before, after) =>
    before.reachable === after.reachable &&
    before.pointedAt === after.pointedAt &&
    before.conversation.contact === after.conversation.contact &&
    isSame(before.item, after.item),
);

function isSame(before: ThreadItem, after: ThreadItem): boolean {
  if (before.kind !== "message" || after.kind !== "message") return before.key === after.key;
  return (
    before.shown.message === after.shown.message &&
    before.shown.pending === after.shown.pending &&
    before.starts === after.starts
  );
}

function Day({ at }: { readonly at: Date }) {
  const locale = useLocale();
  const words = useDayWords();
  const now = useNow("halfMinute");
  return (
    <p
      className="my-3 text-center text-meta font-medium text-ink-2 first-letter:uppercase"
      title={exactTime(locale, at)}
    >
      {dayName(locale, now, at, words)}
    </p>
  );
}

function UnreadMark() {
  const { t } = useTranslation();
  return (
    <div className="my-3 flex items-center gap-3 text-meta font-medium text-blue-ink">
      <span className="h-px flex-1 bg-blue" />
      {t("thread.unread")}
      <span className="h-px flex-1 bg-blue" />
    </div>
  );
}
