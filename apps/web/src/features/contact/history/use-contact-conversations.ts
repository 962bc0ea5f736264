import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi, useWorkspace } from "../../../sync/SyncProvider.tsx";

/** The conversations of a contact, one on each number. */
export function useContactConversations(contactId: string) {
  const api = useApi();
  const held = useWorkspace((state) => state.conversations);
  const query = useQuery({
    queryKey: ["contacts", contactId, "conversations"],
    queryFn: () => api("listConversations", { query: { contactId, limit: 20 } }),
  });
  return { query, items: (query.data?.items ?? []).map((it) => held?.get(it.id) ?? it) };
}

/** Names the number on which a conversation of this contact is. */
export function useChannelNames(contactId: string): (conversationId: string) => string {
  const { t } = useTranslation();
  const { items } = useContactConversations(contactId);
  const channels = useWorkspace((state) => state.channels);
  return (conversationId) => {
    const found = items.find(({ id }) => id === conversationId);
    return channels?.get(found?.channelId ?? "")?.name ?? t("channel.removed");
  };
}
