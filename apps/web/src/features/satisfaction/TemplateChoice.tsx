import type { TemplateJson } from "@galka/contract/json/templates/template";
import { countryOfDigits } from "@galka/core/billing/countries";
import { scoresOf } from "@galka/core/satisfaction/payload";
import { canAsk, replyPlaces } from "@galka/core/satisfaction/question";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { moneyText } from "../../i18n/money.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useApi, useWorkspace } from "../../sync/SyncProvider.tsx";
import { Select } from "../../ui/controls/Select.tsx";
import { templatesQuery, toTemplate } from "../composer/template/templates-query.ts";
import type { DraftProps } from "./WhenFields.tsx";

/** What asks when the window has closed: nothing, or a template, its buttons and its price. */
export function TemplateChoice({ draft, onChange }: DraftProps) {
  const { t } = useTranslation();
  const api = useApi();
  const channels = [...(useWorkspace((state) => state.channels)?.values() ?? [])];
  const lists = useQueries({ queries: channels.map(({ id }) => templatesQuery(api, id)) });
  const templates = askingTemplates(lists.flatMap(({ data }) => data?.items ?? []));
  const { template } = draft;
  const keyOf = ({ name, language }: { readonly name: string; readonly language: string }) =>
    `${name} ${language}`;
  const chosen = template && templates.find((it) => keyOf(it) === keyOf(template));
  const choose = (key: string) => {
    const next = templates.find((it) => keyOf(it) === key);
    const scores = scoresOf(draft.scale);
    const last = scores.at(-1) ?? 1;
    const template = next && {
      name: next.name,
      language: next.language,
      scores: replyPlaces(next).map((_, index) => scores[index] ?? last),
    };
    onChange({ ...draft, template: template ?? null });
  };
  return (
    <div className="flex flex-col gap-3">
      <Select
        label={t("satisfaction.field.template")}
        options={[
          { value: "", name: t("satisfaction.noTemplate") },
          ...templates.map((it) => ({
            value: keyOf(it),
            name: t("automations.templateName", { name: it.name, language: it.language }),
          })),
        ]}
        value={template ? keyOf(template) : ""}
        none={template?.name ?? ""}
        onChange={choose}
      />
      {templates.length === 0 ? (
        <p className="text-list text-ink-2">{t("satisfaction.noTemplates")}</p>
      ) : null}
      {chosen ? (
        <>
          <p className="text-list whitespace-pre-wrap text-ink-2" dir="auto">
            {chosen.body}
          </p>
          <ButtonScores draft={draft} onChange={onChange} template={chosen} />
        </>
      ) : null}
      {template && !chosen && lists.every(({ isSuccess }) => isSuccess) ? (
        <p className="text-list text-red">{t("satisfaction.templateGone")}</p>
      ) : null}
      {template && channels[0] ? (
        <Price channelId={channels[0].id} phone={channels[0].displayPhone} />
      ) : null}
    </div>
  );
}

/** Each name and language once: every number sends its own. */
function askingTemplates(templates: readonly TemplateJson[]): readonly TemplateJson[] {
  const usable = templates.filter((it) => canAsk(toTemplate(it)));
  const byName = new Map(usable.map((it) => [`${it.name} ${it.language}`, it]));
  return [...byName.values()].toSorted((one, other) => one.name.localeCompare(other.name));
}

function ButtonScores({
  draft,
  onChange,
  template,
}: DraftProps & { readonly template: TemplateJson }) {
  const { t } = useTranslation();
  const { template: chosen, scale } = draft;
  if (!chosen) return null;
  return (
    <ul className="flex flex-col gap-2">
      {replyPlaces(template).map((place, index) => {
        const title = template.buttons[place]?.title ?? "";
        return (
          <li key={place} className="flex flex-wrap items-center gap-3">
            <span className="min-w-32 font-medium" dir="auto">
              {title}
            </span>
            <Select
              label={t("satisfaction.buttonMeans", { title })}
              options={scoresOf(scale).map((score) => ({
                value: String(score),
                name: t("rating.of", { score, of: scale }),
              }))}
              value={String(chosen.scores[index] ?? 1)}
              onChange={(score) =>
                onChange({
                  ...draft,
                  template: { ...chosen, scores: chosen.scores.with(index, Number(score)) },
                })
              }
            />
          </li>
        );
      })}
    </ul>
  );
}

/** What one such question costs in the country of the business's own number, as an example. */
function Price({ channelId, phone }: { readonly channelId: string; readonly phone: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const api = useApi();
  const country = countryOfDigits(phone.replace(/\D/gu, ""));
  const group = { country, category: "utility", count: 1, inWindow: 0, inFreeEntry: 0 } as const;
  const body = { channelId, groups: [group], leastDelivered: 1 };
  const { data } = useQuery({
    queryKey: ["price-example", channelId, country],
    queryFn: () => api("estimatePrices", { body }),
    retry: false,
  });
  const line = data?.lines[0];
  if (!line) return null;
  const price = moneyText(locale, line.mostMicros, line.currency);
  return <p className="text-list text-ink-2">{t("satisfaction.price", { price })}</p>;
}
