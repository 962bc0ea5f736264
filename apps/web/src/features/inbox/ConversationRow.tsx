import type { ConversationJson } from "@galka/contract/json/conversation";
import { Link } from "@tanstack/react-router";
import { Check } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { useNow } from "../../sync/use-now.ts";
import { classNames } from "../../ui/class-names.ts";
import { Avatar } from "../../ui/marks/Avatar.tsx";
import { Moment } from "../../ui/marks/Moment.tsx";
import { Ticks } from "../../ui/marks/Ticks.tsx";
import { LabelChips } from "../labels/LabelChips.tsx";
import { contactName } from "../contact/contact-name.ts";
import { usePhoneFormat } from "../contact/phone-format.ts";
import { SlaMark } from "../sla/SlaMark.tsx";
import { RowWork } from "../work/RowWork.tsx";
import { usePreviewWords } from "./use-preview-words.ts";
import { sameList } from "./inbox-search.ts";
import { windowState } from "./window-state.ts";

type Props = {
  readonly conversation: ConversationJson;
  readonly selected: boolean;
  /** The channel's name, where there is more than one. */
  readonly channelName: string | null;
  readonly draft: string | null;
  /** It is one of those that something will be done to. */
  readonly chosen: boolean;
  readonly onChoose: (conversationId: string, extend: boolean) => void;
  /** It has become likely that this one is opened next. */
  readonly onLikely: (conversationId: string) => void;
};

/** One line of the inbox. */
export const ConversationRow = memo(function ConversationRow(props: Props) {
  const { conversation, selected, channelName, chosen, onChoose, onLikely } = props;
  const { t } = useTranslation();
  usePhoneFormat();
  const now = useNow("halfMinute");
  const name = contactName(conversation.contact, t("contact.unnamed"));
  const unread = conversation.unreadCount > 0;
  const serviceWindow = windowState(now, conversation.lastInboundAt);

  return (
    <Link
      to="/inbox/$conversationId"
      params={{ conversationId: conversation.id }}
      search={sameList}
      aria-current={selected ? "true" : undefined}
      data-conversation={conversation.id}
      onPointerEnter={() => onLikely(conversation.id)}
      onFocus={() => onLikely(conversation.id)}
      onClick={(event) => {
        if (!event.shiftKey) return;
        event.preventDefault();
        onChoose(conversation.id, true);
      }}
      className={classNames(
        "flex h-14 items-center gap-3 px-3 -outline-offset-2",
        selected || chosen ? "bg-selected" : "hover:bg-surface-2",
      )}
    >
      {chosen ? (
        <span className="grid size-5 shrink-0 place-items-center rounded bg-blue text-on-blue">
          <Check size={14} aria-hidden="true" />
          <span className="sr-only">{t("bulk.isChosen")}</span>
        </span>
      ) : null}
      <Avatar
        name={name}
        size={40}
        windowShare={serviceWindow.share}
        windowSoon={serviceWindow.soon}
      />
      <span className="flex min-w-0 flex-1 flex-col text-list">
        <span className="flex items-baseline gap-2">
          <span className={classNames("truncate", unread ? "font-semibold" : "font-medium")}>
            <bdi>{name}</bdi>
          </span>
          {serviceWindow.soon ? (
            <span className="shrink-0 text-meta font-medium text-amber">{t("window.soon")}</span>
          ) : null}
          <Moment
            at={conversation.lastMessageAt}
            as="list"
            className={classNames(
              "ml-auto shrink-0 text-meta",
              unread ? "font-medium text-blue-ink" : "text-ink-3",
            )}
          />
        </span>
        <span className="flex items-center gap-1.5">
          <Preview {...props} unread={unread} />
          <SlaMark sla={conversation.sla} />
          <RowWork conversation={conversation} />
          <LabelChips labelIds={conversation.labelIds} most={2} />
          {channelName ? (
            <span className="max-w-24 shrink-0 truncate rounded border px-1 text-[11px] leading-4 text-ink-2">
              {channelName}
            </span>
          ) : null}
          {unread ? (
            <span className="min-w-5 shrink-0 rounded-full bg-blue px-1.5 text-center text-[11px] leading-5 font-semibold text-on-blue">
              <span aria-hidden="true">{conversation.unreadCount}</span>
              <span className="sr-only">
                {t("inbox.unreadMessages", { count: conversation.unreadCount })}
              </span>
            </span>
          ) : null}
        </span>
      </span>
    </Link>
  );
});

function Preview({ conversation, draft, unread }: Props & { readonly unread: boolean }) {
  const { t } = useTranslation();
  const preview = usePreviewWords();
  const last = conversation.lastMessage;
  const className = classNames(
    "min-w-0 flex-1 truncate",
    unread ? "font-semibold text-ink" : "text-ink-2",
  );
  if (draft !== null) {
    return (
      <span className={className} dir="auto">
        <span className="font-medium text-red">{t("inbox.draft")}</span> {draft}
      </span>
    );
  }
  if (!last) return <span className={className}>{t("inbox.noMessages")}</span>;
  return (
    <>
      {last.direction === "out" ? (
        <span className="text-ink-2">
          <Ticks status={last.status} />
        </span>
      ) : null}
      <span className={className} dir="auto">
        {preview(last.content)}
      </span>
    </>
  );
}
