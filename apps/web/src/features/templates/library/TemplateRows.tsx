import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../../i18n/use-locale.ts";
import { useCategoryPrice } from "../use-category-price.ts";
import type { LibraryItem, TemplateGroup } from "./grouped.ts";
import { StatusMark } from "./StatusMark.tsx";

type Props = { readonly channelId: string; readonly groups: readonly TemplateGroup[] };

/** One line for each name: its languages, where they stand, what they are used for and cost. */
export function TemplateRows({ channelId, groups }: Props) {
  const { t } = useTranslation();
  if (groups.length === 0) {
    return <p className="py-8 text-center text-ink-2">{t("templates.noneFound")}</p>;
  }
  return (
    <ul className="flex flex-col divide-y rounded-bubble border bg-surface">
      {groups.map((group) => (
        <li key={group.name}>
          <Row channelId={channelId} group={group} />
        </li>
      ))}
    </ul>
  );
}

function Row({ channelId, group }: { readonly channelId: string; readonly group: TemplateGroup }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const price = useCategoryPrice(channelId);
  const [first] = group.items;
  if (!first) return null;
  const { category, body } = first.template;
  const number = new Intl.NumberFormat(locale);
  const share = new Intl.NumberFormat(locale, { style: "percent" });
  return (
    <Link
      to="/templates"
      search={{ channel: channelId, open: group.name }}
      className="grid gap-x-4 gap-y-1 px-4 py-3 hover:bg-surface-2 narrow:grid-cols-[minmax(0,1fr)_150px_120px]"
    >
      <span className="min-w-0">
        <span className="block truncate font-medium">{group.name}</span>
        <span className="line-clamp-2 text-list text-ink-2" dir="auto">
          {body}
        </span>
        <span className="mt-1 flex flex-wrap gap-x-3 gap-y-1">
          {group.items.map((item) => (
            <Language key={item.template.id} item={item} />
          ))}
        </span>
      </span>
      <span className="flex gap-x-3 text-list text-ink-2 narrow:flex-col">
        <span className="font-medium text-ink">{t(`template.category.${category}`)}</span>
        <span className="tabular-nums">{price.words(category)}</span>
      </span>
      <span className="flex gap-x-3 text-list text-ink-2 tabular-nums narrow:flex-col narrow:items-end">
        <span>
          {t("templates.sentMonth", {
            count: group.sentCount,
            value: number.format(group.sentCount),
          })}
        </span>
        {group.sentCount > 0 ? (
          <span>
            {t("templates.readShare", { share: share.format(group.readCount / group.sentCount) })}
          </span>
        ) : null}
      </span>
    </Link>
  );
}

function Language({ item }: { readonly item: LibraryItem }) {
  const { t } = useTranslation();
  const { language, status, quality } = item.template;
  return (
    <span className="inline-flex items-center gap-1.5">
      <span className="font-mono text-meta text-ink-2">{language}</span>
      <StatusMark status={status} />
      {quality === "red" || quality === "yellow" ? (
        <span className={quality === "red" ? "text-list text-red" : "text-list text-amber"}>
          {t(`templates.quality.${quality}`)}
        </span>
      ) : null}
    </span>
  );
}
