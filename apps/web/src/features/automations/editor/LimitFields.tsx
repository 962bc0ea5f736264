import { useTranslation } from "react-i18next";
import { Field } from "../../../ui/Field.tsx";
import { MinutesField } from "../../filters/MinutesField.tsx";
import type { RuleForm } from "./rule-form.ts";
import { Checkbox } from "../../../ui/controls/Checkbox.tsx";

type Props = { readonly form: RuleForm; readonly onChange: (form: RuleForm) => void };

/** How often the rule may do what it does. */
export function LimitFields({ form, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <p className="text-list font-medium text-ink-2">{t("automations.rest")}</p>
        <MinutesField
          label={t("automations.rest")}
          minutes={form.restMinutes}
          onChange={(restMinutes) => onChange({ ...form, restMinutes })}
        />
      </div>
      <Field label={t("automations.mostPerHour")}>
        {(tied) => (
          <input
            {...tied}
            type="number"
            className="field w-32"
            min={1}
            max={100_000}
            value={form.mostPerHour}
            onChange={({ target }) =>
              onChange({ ...form, mostPerHour: Math.round(target.valueAsNumber || 0) })
            }
          />
        )}
      </Field>
      <Checkbox
        label={t("automations.isLast")}
        checked={form.isLast}
        onChange={(checked) => onChange({ ...form, isLast: checked })}
      />
    </div>
  );
}
