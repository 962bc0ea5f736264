import { useTranslation } from "react-i18next";
import { useMe } from "../../../api/me.ts";
import { useLocale } from "../../../i18n/use-locale.ts";
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
  const price = useCategoryPrice(channelId);
  const { category, nextCategory, previousCategory } = item.template;
  const before = nextCategory === undefined ? (previousCategory ?? category) : category;
  const after = nextCategory ?? category;
  const [old, now] = [price.micros(before), price.micros(after)];
  const arrived = item.countries.reduce((sum, { count }) => sum + count, 0);
  const more = item.countries.reduce((sum, { country, count }) => {
    return sum + (price.micros(after, country) - price.micros(before, country)) * count;
  }, 0);
  const market = price.market;
  return (
    <p>
      {t(nextCategory === undefined ? "templates.alarm.price" : "templates.alarm.priceThen", {
        old: price.words(old),
        now: price.words(now),
        market,
      })}{" "}
      {arrived > 0 ? t("templates.alarm.month", { count: arrived, more: price.words(more) }) : null}
    </p>
  );
}
