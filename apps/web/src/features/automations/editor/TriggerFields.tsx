import type { TriggerJson } from "@galka/contract/json/rule";
import { useTranslation } from "react-i18next";
import { MinutesField } from "../../filters/MinutesField.tsx";
import { Select } from "../../../ui/controls/Select.tsx";
import { startTrigger, TRIGGERS } from "./rule-form.ts";
import { Checkbox } from "../../../ui/controls/Checkbox.tsx";

type Props = {
  readonly trigger: TriggerJson;
  readonly onChange: (trigger: TriggerJson) => void;
};

const USUAL_DAYS = 30;

/** What sets the rule off. */
export function TriggerFields({ trigger, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select
        label={t("automations.triggerLabel")}
        options={TRIGGERS.map((value) => ({ value, name: t(`automations.trigger.${value}`) }))}
        value={trigger.kind}
        onChange={(kind) => onChange(startTrigger(kind))}
      />
      {"afterMinutes" in trigger ? (
        <MinutesField
          label={t("automations.silence")}
          minutes={trigger.afterMinutes}
          onChange={(afterMinutes) => onChange({ ...trigger, afterMinutes })}
        />
      ) : null}
      {trigger.kind === "greeting" ? (
        <>
          <Checkbox
            label={t("automations.againAfter")}
            checked={trigger.afterDays !== null}
            onChange={(checked) => onChange({ ...trigger, afterDays: checked ? USUAL_DAYS : null })}
          />
          {trigger.afterDays === null ? null : (
            <input
              type="number"
              aria-label={t("automations.daysOfSilence")}
              className="field w-24"
              min={1}
              max={3650}
              value={trigger.afterDays}
              onChange={({ target }) =>
                onChange({ ...trigger, afterDays: Math.round(target.valueAsNumber || 0) })
              }
            />
          )}
        </>
      ) : null}
    </div>
  );
}
