import type { MeasureJson } from "@galka/contract/json/statistics";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { ConversationsSheet } from "./ConversationsSheet.tsx";
import type { StatisticsSearch } from "./statistics-search.ts";

type Props = {
  readonly measure: MeasureJson;
  readonly query: { readonly from: string; readonly to: string } & Pick<
    StatisticsSearch,
    "part" | "partId"
  >;
  readonly onClose: () => void;
};

/** The conversations that a count is made of. */
export function BehindSheet({ measure, query, onClose }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  return (
    <ConversationsSheet
      title={t("statistics.behind", { what: t(`statistics.${measure}.name`) })}
      queryKey={["figure-conversations", measure, query]}
      load={(limit) => api("listFigureConversations", { query: { ...query, measure, limit } })}
      onClose={onClose}
    />
  );
}
