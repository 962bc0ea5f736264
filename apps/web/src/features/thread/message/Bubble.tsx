import type { ConversationJson } from "@galka/contract/json/conversation";
import type { MessageJson } from "@galka/contract/json/message";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../api/me.ts";
import { useWorkspace } from "../../../sync/SyncProvider.tsx";
import { classNames } from "../../../ui/class-names.ts";
import { contactName } from "../../contact/contact-name.ts";
import { MessageContent } from "../content/MessageContent.tsx";
import type { ShownMessage } from "../shown-message.ts";
import { BubbleFoot } from "./BubbleFoot.tsx";
import { OutcomeNote } from "./OutcomeNote.tsx";
import { Quoted } from "./Quoted.tsx";
import { Reactions } from "./Reactions.tsx";
import { useLongPress } from "./use-long-press.ts";

const MessageActions = lazy(() =>
  import("./MessageActions.tsx").then((module) => ({ default: module.MessageActions })),
);

type Props = {
  readonly shown: ShownMessage;
  readonly conversation: ConversationJson;
  readonly starts: boolean;
  readonly reachable: boolean;
  readonly pointedAt: boolean;
  readonly onReply: (message: MessageJson) => void;
  readonly onJump: (messageId: string) => boolean;
};

/** A message with everything that belongs to it: author, quote, content, time and ticks, reactions, outcome. */
export function Bubble(props: Props) {
  const { shown, conversation, starts, reachable, pointedAt, onReply, onJump } = props;
  const { message, pending } = shown;
  const { t } = useTranslation();
  const [active, setActive] = useState(false);
  const [menuOpen, setMenuOpen] = useState(false);
  // Made when the message is first pointed at: most never are.
  const [wanted, setWanted] = useState(false);
  const longPress = useLongPress(() => {
    setWanted(true);
    setMenuOpen(true);
  });
  const isOut = message.direction === "out";
  const bare = message.content.kind === "sticker" && !message.quoted;
  const author = useAuthor(message);
  const name = contactName(conversation.contact, t("contact.unnamed"));

  function point(): void {
    setWanted(true);
    setActive(true);
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- shows the buttons that do the same
    <article
      data-message={message.id}
      aria-label={isOut ? t("thread.from", { name: author.name }) : t("thread.from", { name })}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrows move among messages, Tab comes to the last
      tabIndex={reachable ? 0 : -1}
      onPointerEnter={point}
      onPointerLeave={() => setActive(false)}
      onFocus={point}
      onBlur={(event) => setActive(event.currentTarget.contains(event.relatedTarget))}
      {...longPress}
      className={classNames(
        "group relative flex flex-col rounded-bubble",
        isOut ? "items-end" : "items-start",
        starts ? "mt-3" : "mt-0.5",
      )}
    >
      {isOut && starts && author.isColleague ? (
        <p className="mb-0.5 px-1 text-meta text-ink-2">{author.name}</p>
      ) : null}
      <div
        className={classNames(
          "flex w-full items-center gap-1",
          isOut ? "flex-row-reverse" : "flex-row",
        )}
      >
        <div
          className={classNames(
            "relative max-w-[min(640px,86%)] min-w-0 rounded-bubble",
            !bare && "border px-3 py-1.5",
            !bare && (isOut ? "border-transparent bg-bubble-out" : "bg-bubble-in"),
            !bare && starts && (isOut ? "rounded-tr-sm" : "rounded-tl-sm"),
            pointedAt && "outline-2 outline-offset-2 outline-blue",
          )}
        >
          {message.quoted ? (
            <Quoted quoted={message.quoted} contactName={name} onJump={onJump} />
          ) : null}
          <MessageContent message={message} foot={<BubbleFoot message={message} />} />
        </div>
        {pending || !wanted ? null : (
          <Suspense>
            <MessageActions
              message={message}
              pointed={active}
              menuOpen={menuOpen}
              onMenuOpen={setMenuOpen}
              onReply={() => onReply(message)}
            />
          </Suspense>
        )}
      </div>
      <Reactions message={message} />
      <OutcomeNote shown={shown} />
    </article>
  );
}

function useAuthor(message: MessageJson): { name: string; isColleague: boolean } {
  const { t } = useTranslation();
  const me = useMe();
  const author = useWorkspace((state) => state.members.get(message.authorMemberId ?? ""));
  if (message.authorSystem === "campaign") {
    return { name: t("thread.campaign"), isColleague: true };
  }
  if (message.authorSystem === "consent") {
    return { name: t("consent.title"), isColleague: true };
  }
  if (message.authorSystem) return { name: t("rating.from"), isColleague: true };
  if (message.authorRule) return { name: message.authorRule.name, isColleague: true };
  if (message.authorMemberId === me.member.id) {
    return { name: t("thread.you"), isColleague: false };
  }
  return author
    ? { name: author.name, isColleague: true }
    : { name: t("thread.you"), isColleague: false };
}
