import type { PeopleConditionJson } from "@galka/contract/json/people/people-table";
import { X } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../../../ui/IconButton.tsx";
import { emptyPeopleCondition, PEOPLE_FIELDS } from "./people-conditions.ts";
import { PeopleConditionValue } from "./PeopleConditionValue.tsx";

type Props = {
  readonly condition: PeopleConditionJson;
  readonly onChange: (condition: PeopleConditionJson) => void;
  readonly onRemove: () => void;
};

/** One condition over contacts: about what, whether it is so or not, and which values. */
export function PeopleConditionRow({ condition, onChange, onRemove }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const name = t(`peopleTable.field.${condition.field}`);
  return (
    <li className="flex flex-col gap-2 rounded-control border p-2">
      <div className="flex items-center gap-2">
        <select
          aria-label={t("filters.about")}
          className="field min-w-0 flex-1"
          value={condition.field}
          onChange={(event) => {
            const field = PEOPLE_FIELDS.find((it) => it === event.target.value);
            if (field) onChange(emptyPeopleCondition(field));
          }}
        >
          {PEOPLE_FIELDS.map((field) => (
            <option key={field} value={field}>
              {t(`peopleTable.field.${field}`)}
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
      <PeopleConditionValue id={id} condition={condition} onChange={onChange} />
    </li>
  );
}

function turned(condition: PeopleConditionJson, not: boolean): PeopleConditionJson {
  const { not: _, ...rest } = condition;
  return not ? { ...rest, not: true } : rest;
}
