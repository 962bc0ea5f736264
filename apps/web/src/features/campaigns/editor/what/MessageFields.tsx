import type { CampaignMessageJson } from "@galka/contract/json/campaigns/plan";
import type { TemplateJson } from "@galka/contract/json/templates/template";
import { templateVariables } from "@galka/core/templates/variables";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../../sync/SyncProvider.tsx";
import { Button } from "../../../../ui/Button.tsx";
import { ErrorState } from "../../../../ui/ErrorState.tsx";
import { Notice } from "../../../../ui/Notice.tsx";
import { Skeleton } from "../../../../ui/Skeleton.tsx";
import { useAudienceLists } from "../../../audience/audience-queries.ts";
import { TemplateList } from "../../../composer/template/TemplateList.tsx";
import { templatesQuery, toTemplate } from "../../../composer/template/templates-query.ts";
import type { EditedCampaign } from "../use-campaign-draft.ts";
import { messageOf } from "./message-draft.ts";
import { VariableField } from "./VariableField.tsx";

type Props = {
  readonly edited: EditedCampaign;
  readonly message: CampaignMessageJson | null;
  readonly onChange: (message: CampaignMessageJson | null) => void;
  /** Whether it is one of several and can be taken away. */
  readonly canRemove: boolean;
};

/** One template of a campaign: which one, and what each of its variables says. */
export function MessageFields({ edited, message, onChange, canRemove }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const { channelId } = edited.draft;
  const [choosing, setChoosing] = useState(false);
  const query = useQuery(templatesQuery(api, channelId));
  if (query.isPending) return <Skeleton rows={4} kind="lines" />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const template = query.data.items.find(({ id }) => id === message?.templateId);
  if (!message || choosing) {
    return (
      <TemplateList
        channelId={channelId}
        templates={query.data.items}
        onChoose={(chosen) => {
          onChange(messageOf(chosen.id, templateVariables(toTemplate(chosen))));
          setChoosing(false);
        }}
      />
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <TemplateName template={template} />
        <Button look="quiet" onClick={() => setChoosing(true)}>
          {t("template.back")}
        </Button>
        {canRemove ? (
          <Button look="quiet" onClick={() => onChange(null)}>
            {t("campaigns.what.removeRival")}
          </Button>
        ) : null}
      </div>
      {template === undefined ? (
        <Notice tone="bad">{t("campaigns.problem.template-not-found")}</Notice>
      ) : (
        <Fields edited={edited} template={template} message={message} onChange={onChange} />
      )}
    </div>
  );
}

function TemplateName({ template }: { readonly template: TemplateJson | undefined }) {
  const { t } = useTranslation();
  if (!template) return <span className="flex-1" />;
  return (
    <p className="min-w-40 flex-1">
      <span className="font-medium wrap-anywhere">{template.name.replaceAll("_", " ")}</span>{" "}
      <span className="text-list text-ink-2">
        {t(`template.category.${template.category}`)} · {template.language} ·{" "}
        {t(`template.status.${template.status}`)}
      </span>
    </p>
  );
}

type FieldsProps = {
  readonly edited: EditedCampaign;
  readonly template: TemplateJson;
  readonly message: CampaignMessageJson;
  readonly onChange: (message: CampaignMessageJson) => void;
};

function Fields({ edited, template, message, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const lists = useAudienceLists();
  const { of } = edited.draft.audience;
  const listIds = of.flatMap((part) => (part.from === "list" ? [part.listId] : []));
  const columns = [
    ...new Set(lists.filter(({ id }) => listIds.includes(id)).flatMap((it) => it.columns)),
  ];
  const variables = templateVariables(toTemplate(template));
  if (variables.length === 0) return <p className="text-ink-2">{t("template.nothingToFill")}</p>;
  return variables.map((variable) => (
    <VariableField
      key={`${variable.place} ${variable.key} ${variable.card ?? ""}`}
      template={template}
      variable={variable}
      message={message}
      columns={columns}
      onChange={onChange}
    />
  ));
}
