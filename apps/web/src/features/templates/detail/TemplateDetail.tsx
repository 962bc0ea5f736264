import type { TemplateLibraryJson } from "@galka/contract/json/templates/template-library";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { classNames } from "../../../ui/class-names.ts";
import { Section } from "../../settings/Section.tsx";
import { StatusMark } from "../library/StatusMark.tsx";
import { TemplatePreview } from "../preview/TemplatePreview.tsx";
import { lifeQuery } from "../template-queries.ts";
import { useCategoryPrice } from "../use-category-price.ts";
import { DetailDeeds } from "./DetailDeeds.tsx";
import { LifeLine } from "./LifeLine.tsx";
import { UseTable } from "./UseTable.tsx";

type Item = TemplateLibraryJson["items"][number];

type Props = {
  readonly channelId: string;
  /** The template in all its languages. */
  readonly views: readonly Item[];
  readonly language: string | undefined;
  readonly onBack: () => void;
};

/** One template: its languages as tabs, how the phone shows it, its life and its use. */
export function TemplateDetail({ channelId, views, language, onBack }: Props) {
  const { t } = useTranslation();
  const item = views.find(({ template }) => template.language === language) ?? views[0];
  if (!item) return null;
  return (
    <div className="mx-auto flex max-w-260 flex-col gap-4 px-4 py-6 narrow:px-8">
      <Button
        look="quiet"
        className="self-start"
        icon={<ArrowLeft size={16} aria-hidden="true" />}
        onClick={onBack}
      >
        {t("templates.title")}
      </Button>
      <h1 className="text-head font-semibold wrap-anywhere">{item.template.name}</h1>
      <nav aria-label={t("templates.languages")} className="flex flex-wrap gap-1 border-b">
        {views.map(({ template }) => (
          <Link
            key={template.id}
            to="/templates"
            search={{ channel: channelId, open: template.name, language: template.language }}
            replace
            aria-current={template.id === item.template.id ? "page" : undefined}
            className={classNames(
              "flex min-h-9 items-center gap-2 border-b-2 px-3 pointer-coarse:min-h-11",
              template.id === item.template.id
                ? "border-blue"
                : "border-transparent hover:bg-surface-2",
            )}
          >
            <span className="font-mono text-meta">{template.language}</span>
            <StatusMark status={template.status} />
          </Link>
        ))}
      </nav>
      <InOneLanguage
        key={item.template.id}
        channelId={channelId}
        item={item}
        views={views}
        onGone={onBack}
      />
    </div>
  );
}

type OneProps = {
  readonly channelId: string;
  readonly item: Item;
  readonly views: readonly Item[];
  readonly onGone: () => void;
};

function InOneLanguage({ channelId, item, views, onGone }: OneProps) {
  const { t } = useTranslation();
  const life = useQuery(lifeQuery(useApi(), channelId, item.template.id));
  const price = useCategoryPrice(channelId);
  const { template } = item;
  return (
    <div className="grid items-start gap-6 wide:grid-cols-[minmax(0,1fr)_320px]">
      <div className="flex min-w-0 flex-col gap-4">
        {template.rejectedReason === null ? null : (
          <Notice tone={template.status === "rejected" ? "bad" : "soon"}>
            {t("templates.because", { reason: template.rejectedReason })}
          </Notice>
        )}
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2">
          <span>{t(`template.category.${template.category}`)}</span>
          <span className="tabular-nums">
            {t("templates.priceEach", {
              price: price.words(template.category),
              market: price.market,
            })}
          </span>
          <span>{t(`templates.quality.${template.quality}`)}</span>
        </p>
        {life.isError ? (
          <ErrorState error={life.error} onRetry={() => void life.refetch()} />
        ) : life.data ? (
          <>
            <DetailDeeds
              channelId={channelId}
              item={item}
              views={views}
              life={life.data}
              onGone={onGone}
            />
            <Section title={t("templates.use.title")} lead={t("templates.use.lead")}>
              <UseTable use={life.data.use} />
            </Section>
            <Section title={t("templates.life.title")} lead={t("templates.life.lead")}>
              <LifeLine versions={life.data.versions} />
            </Section>
          </>
        ) : (
          <Skeleton rows={4} kind="lines" />
        )}
      </div>
      <TemplatePreview template={template} />
    </div>
  );
}
