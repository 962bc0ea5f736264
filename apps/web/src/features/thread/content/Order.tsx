import type { MessageContentJson } from "@galka/contract/json/content";
import { ShoppingCart } from "lucide-react";
import { useTranslation } from "react-i18next";
import { money } from "../../../i18n/numbers.ts";
import { useLocale } from "../../../i18n/use-locale.ts";

type OrderContent = Extract<MessageContentJson, { kind: "order" }>;

/** An order from the catalogue: what, how many, at which price, and the sum per currency. */
export function Order({ content }: { readonly content: OrderContent }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <div className="w-75 max-w-full">
      <p className="flex items-center gap-1.5 font-medium">
        <ShoppingCart size={16} aria-hidden="true" />
        {t("order.title", { count: content.items.length })}
      </p>
      {content.text ? <p className="mt-1 wrap-anywhere">{content.text}</p> : null}
      <ul className="mt-1 border-t">
        {content.items.map(({ productId, count, priceMinor, currency }) => (
          <li key={productId} className="flex gap-2 py-1 text-list">
            <span className="min-w-0 flex-1 truncate font-mono">{productId}</span>
            <span className="text-ink-2">{t("order.times", { count })}</span>
            <span>{money(locale, priceMinor, currency)}</span>
          </li>
        ))}
      </ul>
      {[...totals(content)].map(([currency, minor]) => (
        <p key={currency} className="flex border-t py-1 font-medium">
          <span className="flex-1">{t("order.total")}</span>
          {money(locale, minor, currency)}
        </p>
      ))}
    </div>
  );
}

function totals(content: OrderContent): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { count, priceMinor, currency } of content.items) {
    sums.set(currency, (sums.get(currency) ?? 0) + count * priceMinor);
  }
  return sums;
}
