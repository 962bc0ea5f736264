import type { BookingJson } from "@galka/contract/json/prices/prices";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { dayAndTime } from "../../i18n/dates.ts";
import { commonDigits, moneyInColumn } from "../../i18n/money.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { useNow } from "../../sync/use-now.ts";
import { Button } from "../../ui/Button.tsx";
import { classNames } from "../../ui/class-names.ts";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Section } from "../settings/Section.tsx";
import { ScrollBox } from "../statistics/ScrollBox.tsx";
import type { PricesSearch } from "./prices-search.ts";
import { usePriceWords } from "./use-price-words.ts";
import { Checkbox } from "../../ui/controls/Checkbox.tsx";

const SHOWN = 25;
/** What has a column of its own only where there is room; the others say it beneath. */
const ON_WIDE = ["where", "why", "metaSays"] as const;

/** Each delivered message with its price, the reason in words, and what Meta told of it. */
export function LatestMessages() {
  const { t } = useTranslation();
  const api = useApi();
  const navigate = useNavigate();
  const { differing }: PricesSearch = useSearch({ from: "/signed-in/prices" });
  const found = useInfiniteQuery({
    queryKey: ["collection", "prices", "bookings", differing === true],
    queryFn: ({ pageParam }) =>
      api("listBookings", {
        query: {
          limit: SHOWN,
          ...(differing ? { disagreeing: "true" as const } : {}),
          ...(pageParam === "" ? {} : { cursor: pageParam }),
        },
      }),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: 30_000,
  });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section
      title={t("prices.latest")}
      lead={t("prices.latestLead")}
      action={
        <Checkbox
          label={t("prices.onlyDiffering")}
          checked={differing === true}
          onChange={(checked) =>
            void navigate({ to: "/prices", search: checked ? { differing: true } : {} })
          }
        />
      }
    >
      {found.isError ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : null}
      {found.data && items.length === 0 ? <p className="text-ink-2">{t("prices.none")}</p> : null}
      {items.length > 0 ? <MessageTable items={items} /> : null}
      {found.hasNextPage ? (
        <Button
          className="mt-3"
          busy={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t("prices.more")}
        </Button>
      ) : null}
    </Section>
  );
}

function MessageTable({ items }: { readonly items: readonly BookingJson[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const now = useNow("halfMinute");
  const words = usePriceWords();
  const digits = commonDigits(items.map(({ amountMicros }) => amountMicros));
  const heads = ["when", "what", "where", "why", "metaSays", "price"] as const;
  return (
    <ScrollBox label={t("prices.latest")}>
      <table className="w-full">
        <thead className="text-left text-list text-ink-2">
          <tr>
            {heads.map((head) => (
              <th
                key={head}
                scope="col"
                className={classNames(
                  "py-1 font-medium",
                  head === "price" ? "text-right" : "pr-3",
                  ON_WIDE.some((it) => it === head) && "hidden narrow:table-cell",
                )}
              >
                {t(`prices.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y">
          {items.map((item) => (
            <tr key={item.messageId}>
              <td className="py-1.5 pr-3 whitespace-nowrap tabular-nums">
                <Link
                  to="/inbox/$conversationId"
                  params={{ conversationId: item.conversationId }}
                  className="link"
                  title={t("prices.conversation")}
                >
                  {dayAndTime(locale, now, new Date(item.deliveredAt))}
                </Link>
              </td>
              <td className="py-1.5 pr-3">
                {words.category(item.category)}
                <span className="narrow:hidden"> · {words.country(item.country)}</span>
                {item.templateName === null ? null : (
                  <span className="block text-list wrap-anywhere text-ink-2">
                    {item.templateName}
                  </span>
                )}
                <span className="block text-meta text-ink-2 narrow:hidden">
                  {words.reason(item.reason)}
                </span>
              </td>
              <td className="hidden pr-3 narrow:table-cell">{words.country(item.country)}</td>
              <td className="hidden min-w-50 pr-3 narrow:table-cell">
                {words.reason(item.reason)}
              </td>
              <td
                className={classNames(
                  "hidden pr-3 narrow:table-cell",
                  item.agrees === false ? "text-amber" : "text-ink-2",
                )}
              >
                {toldText(item)}
              </td>
              <td className="text-right whitespace-nowrap tabular-nums">
                {moneyInColumn(locale, item.amountMicros, { currency: item.currency, digits })}
                <Standing standing={item.standing} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );

  function toldText({ told }: BookingJson): string {
    if (told === null) return "–";
    const costs = told.billable === null ? null : told.billable ? "billable" : "free";
    return [
      told.category === null ? null : words.category(told.category),
      costs && t(`prices.told.${costs}`),
    ]
      .filter(Boolean)
      .join(", ");
  }
}

/** A mark at a price that does not stand on Meta's own card, and why. */
function Standing({ standing }: { readonly standing: string }) {
  const { t } = useTranslation();
  if (standing !== "derived" && standing !== "nearest" && standing !== "unknown") return null;
  const why = t(`prices.standing.${standing}`);
  return (
    <abbr className="pl-1 text-ink-2 no-underline" title={why} aria-label={why}>
      ≈
    </abbr>
  );
}
