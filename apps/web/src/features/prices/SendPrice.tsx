import type { PURPOSES } from "@galka/contract/json/prices/prices";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { moneyText } from "../../i18n/money.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { classNames } from "../../ui/class-names.ts";

type Props = {
  readonly conversationId: string;
  readonly purpose: (typeof PURPOSES)[number];
  /** When the contact wrote last: what is free may have changed with it. */
  readonly lastInboundAt: string | null;
  readonly className?: string;
};

/** What the message that is about to be sent costs; nothing while it is free. */
export function SendPrice({ conversationId, purpose, lastInboundAt, className }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const api = useApi();
  const { data } = useQuery({
    queryKey: ["conversation-prices", conversationId, lastInboundAt],
    queryFn: () => api("getConversationPrices", { params: { id: conversationId } }),
    staleTime: 30_000,
    retry: false,
  });
  const quote = data?.prices.find((it) => it.purpose === purpose);
  if (!quote || quote.amountMicros === 0) return null;
  const price = moneyText(locale, quote.amountMicros, quote.currency);
  return (
    <span data-price className={classNames("text-list whitespace-nowrap tabular-nums", className)}>
      {t("prices.costs", { price })}
    </span>
  );
}
