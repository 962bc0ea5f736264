import type { ActionJson } from "@galka/contract/json/rule";
import { useQueries } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { questionsOf } from "../../composer/template/template-form.ts";
import { templatesQuery } from "../../composer/template/templates-query.ts";
import { type Option, Select } from "../../../ui/controls/Select.tsx";
import { TextField } from "./TextField.tsx";
import { placeOf, templatesForRules } from "./rule-templates.ts";

type OfTemplate = Extract<ActionJson, { kind: "send-template" }>;
type Props = {
  readonly action: OfTemplate;
  readonly channels: readonly Option[];
  readonly onChange: (action: OfTemplate) => void;
};

/** Which template is sent, when, and what its places are filled with. */
export function TemplateFields({ action, channels, onChange }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const lists = useQueries({ queries: channels.map(({ value }) => templatesQuery(api, value)) });
  const templates = templatesForRules(lists.flatMap(({ data }) => data?.items ?? []));
  const chosen = templates.find(
    ({ name, language }) => name === action.name && language === action.language,
  );
  return (
    <>
      <Select
        label={t("automations.template")}
        options={templates.map(({ id, name, language }) => ({
          value: id,
          name: t("automations.templateName", { name, language }),
        }))}
        value={chosen?.id ?? ""}
        none={action.name === "" ? t("automations.choose") : action.name}
        onChange={(id) => {
          const next = templates.find((it) => it.id === id);
          if (next) onChange({ ...action, name: next.name, language: next.language, values: {} });
        }}
      />
      <Select
        label={t("automations.templateWhen")}
        options={(["always", "closed-window"] as const).map((value) => ({
          value,
          name: t(`automations.sendWhen.${value}`),
        }))}
        value={action.when}
        onChange={(when) => onChange({ ...action, when })}
      />
      {chosen ? (
        <p className="w-full text-list whitespace-pre-wrap text-ink-2" dir="auto">
          {chosen.body}
        </p>
      ) : null}
      {(chosen ? questionsOf(chosen) : []).map((variable) => {
        const place = placeOf(variable);
        return (
          <TextField
            key={`${chosen?.id ?? ""} ${place}`}
            label={t("automations.place", { place })}
            start={action.values[place] ?? ""}
            most={1024}
            onChange={(text) =>
              onChange({ ...action, values: { ...action.values, [place]: text } })
            }
          />
        );
      })}
    </>
  );
}
