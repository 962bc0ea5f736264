import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { dateOnly } from "../../i18n/dates.ts";
import { wholeNumber } from "../../i18n/numbers.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Section } from "../settings/Section.tsx";

const DAYS = 14;

/** The proof that nothing is lost: per day what came in, what became a message, what is parked. */
export function Receipts({ channelId }: { readonly channelId: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const api = useApi();
  const query = useQuery({
    queryKey: ["receipts", channelId],
    queryFn: () => api("listReceipts", { params: { id: channelId }, query: { days: DAYS } }),
    refetchInterval: 15_000,
  });
  const days = query.data?.days ?? [];

  return (
    <Section title={t("receipts.title")} lead={t("receipts.lead")}>
      {query.isPending ? <Skeleton rows={3} kind="lines" /> : null}
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.isSuccess && days.length === 0 ? (
        <p className="text-ink-2">{t("receipts.none")}</p>
      ) : null}
      {days.length > 0 ? (
        <table className="w-full text-right">
          <thead className="text-list text-ink-2">
            <tr>
              <th scope="col" className="py-1 text-left font-medium">
                {t("receipts.day")}
              </th>
              <th scope="col" className="py-1 font-medium">
                {t("receipts.accepted")}
              </th>
              <th scope="col" className="py-1 font-medium">
                {t("receipts.applied")}
              </th>
              <th scope="col" className="py-1 font-medium">
                {t("receipts.parked")}
              </th>
            </tr>
          </thead>
          <tbody className="divide-y">
            {days.map(({ day, accepted, applied, parked }) => (
              <tr key={day}>
                <th scope="row" className="py-1 text-left font-normal">
                  {dateOnly(locale, new Date(`${day}T12:00:00`))}
                </th>
                <td>{wholeNumber(locale, accepted)}</td>
                <td>{wholeNumber(locale, applied)}</td>
                <td>
                  {parked > 0 ? (
                    <Link to="/settings/delivery" className="link font-medium">
                      {wholeNumber(locale, parked)}
                    </Link>
                  ) : (
                    0
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </Section>
  );
}
