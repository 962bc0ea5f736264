import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Pin } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useApi, useSync } from "../../../sync/SyncProvider.tsx";
import { usePreviewWords } from "../../inbox/use-preview-words.ts";

/** What the team has pinned in this conversation, above its messages; each leads to its place. */
export function PinnedBar({ conversationId }: { readonly conversationId: string }) {
  const { t } = useTranslation();
  const api = useApi();
  const sync = useSync();
  const client = useQueryClient();
  const preview = usePreviewWords();
  const { data } = useQuery({
    queryKey: ["pinned", conversationId],
    queryFn: () => api("listPinned", { params: { id: conversationId } }),
  });
  const pinned = data?.items;

  useEffect(
    () =>
      sync.onEvent((event) => {
        if (event.kind !== "message-changed") return;
        const { message } = event;
        const was = pinned?.some(({ id }) => id === message.id) ?? false;
        if (message.conversationId !== conversationId || (message.pinnedAt === null && !was))
          return;
        void client.invalidateQueries({ queryKey: ["pinned", conversationId] });
      }),
    [sync, client, conversationId, pinned],
  );

  if (!pinned || pinned.length === 0) return null;
  return (
    <section aria-label={t("pins.title")} className="shrink-0 border-b bg-surface px-3 py-1">
      <ul className="mx-auto flex max-h-24 max-w-240 flex-col overflow-y-auto">
        {pinned.map((message) => (
          <li key={message.id}>
            <Link
              to="/inbox/$conversationId"
              params={{ conversationId }}
              search={(search) => ({ ...search, message: message.id })}
              className="flex min-h-8 items-center gap-2 rounded-control px-2 text-list hover:bg-surface-2 pointer-coarse:min-h-11"
            >
              <Pin size={14} aria-hidden="true" className="shrink-0 text-ink-3" />
              <span className="truncate" dir="auto">
                {preview(message.content)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
