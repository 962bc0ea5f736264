import type { SlaPolicyJson } from "@galka/contract/json/sla";
import { PRIORITIES } from "@galka/core/conversations/work";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ChipChoice } from "../filters/ChipChoice.tsx";
import { useFilterOptions } from "../filters/use-filter-options.ts";

type Scope = SlaPolicyJson["scope"];
type Props = { readonly scope: Scope; readonly onChange: (scope: Scope) => void };

/** For which conversations: of each kind those that are pressed, or all when none is. */
export function ScopeFields({ scope, onChange }: Props) {
  const { t } = useTranslation();
  const options = useFilterOptions();
  const real = (of: "channel" | "team" | "label") =>
    options[of].filter(({ value }) => value !== "mine" && value !== "none");
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 text-list font-medium text-ink-2">{t("sla.scope")}</legend>
      <p className="text-list text-ink-3">{t("sla.scopeHint")}</p>
      <Part name={t("filters.field.channel")}>
        <ChipChoice
          label={t("filters.field.channel")}
          options={real("channel")}
          chosen={scope.channelIds}
          onChange={(channelIds) => onChange({ ...scope, channelIds })}
        />
      </Part>
      <Part name={t("filters.field.team")}>
        <ChipChoice
          label={t("filters.field.team")}
          options={real("team")}
          chosen={scope.teamIds}
          onChange={(teamIds) => onChange({ ...scope, teamIds })}
        />
      </Part>
      <Part name={t("filters.field.priority")}>
        <ChipChoice
          label={t("filters.field.priority")}
          options={PRIORITIES.map((value) => ({ value, name: t(`filters.priority.${value}`) }))}
          chosen={scope.priorities}
          onChange={(priorities) => onChange({ ...scope, priorities })}
        />
      </Part>
      <Part name={t("filters.field.label")}>
        <ChipChoice
          label={t("filters.field.label")}
          options={real("label")}
          chosen={scope.labelIds}
          onChange={(labelIds) => onChange({ ...scope, labelIds })}
        />
      </Part>
    </fieldset>
  );
}

function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="w-28 text-list text-ink-2">{name}</span>
      <div className="min-w-40 flex-1">{children}</div>
    </div>
  );
}
