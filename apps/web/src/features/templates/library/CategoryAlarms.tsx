import { useTranslation } from "react-i18next";
import { useMe } from "../../../api/me.ts";
import { useLocale } from "../../../i18n/use-locale.ts";
import { moneyText } from "../../../i18n/money.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { useCategoryPrice } from "../use-category-price.ts";
import { useTemplateDeeds } from "../use-template-deeds.ts";
import type { LibraryItem } from "./grouped.ts";

type Props = { readonly channelId: string; readonly alarms: readonly LibraryItem[] };

/** Templates that Meta counts as another category, or will: what that means in money. */
export function CategoryAlarms({ channelId, alarms }: Props) {
  const { t } = useTranslation();
  const deeds = useTemplateDeeds(channelId);
  const mayManage = useMe().permissions.includes("templates.manage");
  if (alarms.length === 0) return null;
  return (
    <ul className="flex flex-col gap-2">
      {alarms.map((item) => (
        <li key={item.template.id}>
          <Notice tone="soon" urgent>
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <div className="min-w-60 flex-1">
                <What item={item} />
                <Cost channelId={channelId} item={item} />
              </div>
              {mayManage ? (
                <Button onClick={() => void deeds.noteCategory(item.template.id)}>
                  {t("templates.alarm.seen")}
                </Button>
              ) : null}
            </div>
          </Notice>
        </li>
      ))}
    </ul>
  );
}

function What({ item }: { readonly item: LibraryItem }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { name, language, category, nextCategory, previousCategory } = item.template;
  const words = { name, language, category: t(`template.category.${nextCategory ?? category}`) };
  if (nextCategory === undefined) {
    const before = t(`template.category.${previousCategory ?? "utility"}`);
    return <p className="font-medium">{t("templates.alarm.changed", { ...words, before })}</p>;
  }
  if (item.nextCategoryAt === null) {
    return <p className="font-medium">{t("templates.alarm.announced", words)}</p>;
  }
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "long" });
  const at = date.format(new Date(item.nextCategoryAt));
  return <p className="font-medium">{t("templates.alarm.announcedFor", { ...words, at })}</p>;
}

/** By how much a message is dearer or cheaper, and a month like the last one, in each country to which it went. */
function Cost({ channelId, item }: { readonly channelId: string; readonly item: LibraryItem }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const price = useCategoryPrice(channelId);
  const { change } = item;
  if (change === null) return null;
  const { before, after, arrivedCount: count, differences } = change;
  const sums = differences.map(({ micros, currency }) => moneyText(locale, micros, currency));
  const more = new Intl.ListFormat(locale).format(sums);
  return (
    <p>
      {t(
        item.template.nextCategory === undefined
          ? "templates.alarm.price"
          : "templates.alarm.priceThen",
        {
          old: price.words(before),
          now: price.words(after),
          market: price.market,
        },
      )}{" "}
      {count > 0 ? t("templates.alarm.month", { count, more }) : null}
    </p>
  );
}
