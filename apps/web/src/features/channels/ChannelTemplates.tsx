import type { TemplateJson } from "@galka/contract/json/templates/template";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { templatesQuery } from "../composer/template/templates-query.ts";
import { Section } from "../settings/Section.tsx";

/** The templates of the number's account and where each of them stands with Meta. */
export function ChannelTemplates({ channelId }: { readonly channelId: string }) {
  const { t } = useTranslation();
  const api = useApi();
  const query = useQuery(templatesQuery(api, channelId));
  const items = (query.data?.items ?? []).toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <Section
      title={t("channel.templates")}
      lead={t("channel.templatesLead")}
      action={
        <Link to="/templates" search={{ channel: channelId }} className="text-blue-ink underline">
          {t("templates.title")}
        </Link>
      }
    >
      {query.isPending ? <Skeleton rows={3} kind="lines" /> : null}
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.isSuccess && items.length === 0 ? (
        <p className="text-ink-2">{t("template.noneYet")}</p>
      ) : null}
      <ul className="flex flex-col divide-y">
        {items.map((template) => (
          <Row key={template.id} template={template} />
        ))}
      </ul>
    </Section>
  );
}

function Row({ template }: { readonly template: TemplateJson }) {
  const { t } = useTranslation();
  const good = template.status === "approved";
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 py-2">
      <span className="min-w-50 flex-1">
        <span className="block font-medium">{template.name}</span>
        <span className="block truncate text-list text-ink-2" dir="auto">
          {template.body}
        </span>
        {template.rejectedReason ? (
          <span className="block text-list text-red">{template.rejectedReason}</span>
        ) : null}
      </span>
      <span className="text-list text-ink-2">
        {t(`template.category.${template.category}`)} · {template.language}
      </span>
      <span
        className={good ? "text-list font-medium text-green" : "text-list font-medium text-amber"}
      >
        {t(`template.status.${template.status}`)}
      </span>
    </li>
  );
}
