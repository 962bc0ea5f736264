import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useApi, useWorkspace } from "../../sync/SyncProvider.tsx";
import { Moment } from "../../ui/marks/Moment.tsx";
import { usePreviewWords } from "../inbox/use-preview-words.ts";
import { RatingMark } from "../satisfaction/RatingMark.tsx";
import { PanelSection } from "./PanelSection.tsx";

type Props = { readonly contactId: string; readonly openId: string | null };

/** Everywhere a contact has written: one conversation on each number. */
export function ContactConversations({ contactId, openId }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const preview = usePreviewWords();
  const channels = useWorkspace((state) => state.channels);
  const query = useQuery({
    queryKey: ["contacts", contactId, "conversations"],
    queryFn: () => api("listConversations", { query: { contactId, limit: 20 } }),
  });
  const held = useWorkspace((state) => state.conversations);
  const items = (query.data?.items ?? []).map((it) => held?.get(it.id) ?? it);

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
            <Link
              to="/inbox/$conversationId"
              params={{ conversationId: conversation.id }}
              aria-current={conversation.id === openId ? "true" : undefined}
              className="-mx-2 flex min-h-11 items-center gap-2 rounded-control px-2 text-list hover:bg-surface-2 aria-current:bg-selected"
            >
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">
                  {channels?.get(conversation.channelId)?.name ?? t("channel.removed")}
                </span>
                <span className="block truncate text-ink-2" dir="auto">
                  {conversation.lastMessage
                    ? preview(conversation.lastMessage.content)
                    : t("inbox.noMessages")}
                </span>
              </span>
              {conversation.rating ? <RatingMark rating={conversation.rating} /> : null}
              <Moment at={conversation.lastMessageAt} as="list" className="text-meta text-ink-3" />
            </Link>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
