import type { ConditionJson } from "@galka/contract/json/filter";
import { X } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../ui/IconButton.tsx";
import { ConditionValue } from "./ConditionValue.tsx";
import { emptyCondition, type Field, FIELDS } from "./condition-kinds.ts";

type Props = {
  readonly condition: ConditionJson;
  readonly onChange: (condition: ConditionJson) => void;
  readonly onRemove: () => void;
};

/** One condition of a filter: about what, whether it is so or not, and which values. */
export function ConditionRow({ condition, onChange, onRemove }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const name = t(`filters.field.${condition.field}`);

  return (
    <li className="flex flex-col gap-2 rounded-control border p-2">
      <div className="flex items-center gap-2">
        <select
          aria-label={t("filters.about")}
          className="field min-w-0 flex-1"
          value={condition.field}
          onChange={(event) => onChange(emptyCondition(fieldOf(event.target.value)))}
        >
          {FIELDS.map((field) => (
            <option key={field} value={field}>
              {t(`filters.field.${field}`)}
            </option>
          ))}
        </select>
        <select
          aria-label={t("filters.whether", { name })}
          className="field w-auto"
          value={condition.not ? "not" : "is"}
          onChange={(event) => onChange(turned(condition, event.target.value === "not"))}
        >
          <option value="is">{t("filters.is")}</option>
          <option value="not">{t("filters.isNot")}</option>
        </select>
        <IconButton label={t("filters.removeCondition", { name })} onClick={onRemove}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      </div>
      <ConditionValue id={id} condition={condition} onChange={onChange} />
    </li>
  );
}

function fieldOf(value: string): Field {
  return FIELDS.find((field) => field === value) ?? "status";
}

function turned(condition: ConditionJson, not: boolean): ConditionJson {
  const { not: _, ...rest } = condition;
  return not ? { ...rest, not: true } : rest;
}
