import type { ConditionJson } from "@galka/contract/json/filter";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { ConditionFrame } from "./ConditionFrame.tsx";
import { ConditionValue } from "./ConditionValue.tsx";
import { emptyCondition, FIELDS } from "./condition-kinds.ts";

type Props = {
  readonly condition: ConditionJson;
  readonly onChange: (condition: ConditionJson) => void;
  readonly onRemove: () => void;
};

/** One condition of a filter: about what, whether it is so or not, and which values. */
export function ConditionRow({ condition, onChange, onRemove }: Props) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <ConditionFrame
      field={condition.field}
      fields={FIELDS.map((value) => ({ value, name: t(`filters.field.${value}`) }))}
      isNot={condition.not === true}
      onField={(field) => onChange(emptyCondition(field))}
      onNot={(isNot) => onChange(turned(condition, isNot))}
      onRemove={onRemove}
    >
      <ConditionValue id={id} condition={condition} onChange={onChange} />
    </ConditionFrame>
  );
}

function turned(condition: ConditionJson, not: boolean): ConditionJson {
  const { not: _, ...rest } = condition;
  return not ? { ...rest, not: true } : rest;
}
