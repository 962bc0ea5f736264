import type { ConversationJson } from "@galka/contract/json/conversation";
import { type QueryKey, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Moment } from "../../ui/marks/Moment.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { contactName } from "../contact/contact-name.ts";

type Props = {
  readonly title: string;
  readonly queryKey: QueryKey;
  readonly load: (limit: number) => Promise<{ readonly items: readonly ConversationJson[] }>;
  readonly onClose: () => void;
};

const SHOWN = 100;

/** The conversations that a figure is made of. */
export function ConversationsSheet({ title, queryKey, load, onClose }: Props) {
  const { t } = useTranslation();
  const found = useQuery({ queryKey, queryFn: () => load(SHOWN) });
  return (
    <Sheet open onClose={onClose} label={title}>
      <div className="p-4">
        <h2 className="pr-10 text-[15px]/[20px] font-semibold">{title}</h2>
        <p className="mb-3 text-list text-ink-2">{t("statistics.behindLead", { count: SHOWN })}</p>
        {found.isPending ? <Skeleton rows={6} kind="rows" /> : null}
        {found.isError ? (
          <ErrorState error={found.error} onRetry={() => void found.refetch()} />
        ) : null}
        {found.data?.items.length === 0 ? (
          <p className="text-ink-2">{t("statistics.behindNone")}</p>
        ) : null}
        <ul className="divide-y">
          {found.data?.items.map((it) => (
            <li key={it.id}>
              <Link
                to="/inbox/$conversationId"
                params={{ conversationId: it.id }}
                className="flex items-center justify-between gap-3 py-2 hover:bg-surface-2"
              >
                <span className="truncate font-medium" dir="auto">
                  {contactName(it.contact, t("contact.unnamed"))}
                </span>
                <span className="shrink-0 text-list text-ink-2">
                  <Moment at={it.lastMessageAt} as="day" />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </Sheet>
  );
}
