import type { ContactJson, ConversationJson } from "@galka/contract/json/conversation";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { Moment } from "../../ui/marks/Moment.tsx";
import { usePreviewWords } from "../inbox/use-preview-words.ts";
import { ReadHistory } from "./history/ReadHistory.tsx";
import { TransferButton } from "./history/TransferButton.tsx";
import { useContactConversations } from "./history/use-contact-conversations.ts";
import { RatingMark } from "../satisfaction/RatingMark.tsx";
import { PanelSection } from "./PanelSection.tsx";

type Props = { readonly contact: ContactJson; readonly openId: string | null };

/** Everywhere a contact has written: one conversation on each number, all of them in one, and the way to another number. */
export function ContactConversations({ contact, openId }: Props) {
  const { t } = useTranslation();
  const { query, items } = useContactConversations(contact.id);

  return (
    <PanelSection title={t("contact.conversations")}>
      {query.isError ? (
        <button type="button" className="link text-list" onClick={() => void query.refetch()}>
          {t("contact.conversationsFailed")}
        </button>
      ) : null}
      {query.isSuccess && items.length === 0 ? (
        <p className="text-list text-ink-2">{t("contact.noConversations")}</p>
      ) : null}
      <ul>
        {items.map((conversation) => (
          <li key={conversation.id}>
            <ConversationLine conversation={conversation} isOpen={conversation.id === openId} />
          </li>
        ))}
      </ul>
      {items.length > 0 ? (
        <div className="-mx-2 mt-1 flex flex-wrap gap-1">
          <ReadHistory contact={contact} />
          {openId ? <TransferButton conversationId={openId} /> : null}
        </div>
      ) : null}
    </PanelSection>
  );
}

type LineProps = { readonly conversation: ConversationJson; readonly isOpen: boolean };

/** On which number, how it stands, what was said last and when. */
function ConversationLine({ conversation, isOpen }: LineProps) {
  const { t } = useTranslation();
  const preview = usePreviewWords();
  const channel = useWorkspace((state) => state.channels.get(conversation.channelId));
  const { lastMessage, status } = conversation;
  return (
    <Link
      to="/inbox/$conversationId"
      params={{ conversationId: conversation.id }}
      aria-current={isOpen ? "true" : undefined}
      className="-mx-2 flex min-h-11 items-center gap-2 rounded-control px-2 py-1 text-list hover:bg-surface-2 aria-current:bg-selected"
    >
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate font-medium">
            {channel?.name ?? t("channel.removed")}
          </span>
          <Moment
            at={conversation.lastMessageAt}
            as="list"
            className="shrink-0 text-meta text-ink-3"
          />
        </span>
        <span className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 truncate text-ink-2" dir="auto">
            {lastMessage ? preview(lastMessage.content) : t("inbox.noMessages")}
          </span>
          {conversation.rating ? <RatingMark rating={conversation.rating} /> : null}
          <span className="shrink-0 text-meta text-ink-2">{t(`filters.status.${status}`)}</span>
        </span>
      </span>
    </Link>
  );
}
