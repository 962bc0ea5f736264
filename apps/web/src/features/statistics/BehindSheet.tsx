import type { MeasureJson } from "@galka/contract/json/statistics";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Moment } from "../../ui/marks/Moment.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { contactName } from "../contact/contact-name.ts";
import type { StatisticsSearch } from "./statistics-search.ts";

type Props = {
  readonly measure: MeasureJson;
  readonly query: { readonly from: string; readonly to: string } & Pick<
    StatisticsSearch,
    "part" | "partId"
  >;
  readonly onClose: () => void;
};

const SHOWN = 100;

/** The conversations that a count is made of. */
export function BehindSheet({ measure, query, onClose }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const found = useQuery({
    queryKey: ["figure-conversations", measure, query],
    queryFn: () => api("listFigureConversations", { query: { ...query, measure, limit: SHOWN } }),
  });
  const title = t("statistics.behind", { what: t(`statistics.${measure}.name`) });
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
