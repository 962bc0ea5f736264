import type { PeopleConditionJson } from "@galka/contract/json/people/people-table";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { ConditionFrame } from "../../filters/ConditionFrame.tsx";
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
  return (
    <ConditionFrame
      field={condition.field}
      fields={PEOPLE_FIELDS.map((value) => ({ value, name: t(`peopleTable.field.${value}`) }))}
      isNot={condition.not === true}
      onField={(field) => onChange(emptyPeopleCondition(field))}
      onNot={(isNot) => onChange(turned(condition, isNot))}
      onRemove={onRemove}
    >
      <PeopleConditionValue id={id} condition={condition} onChange={onChange} />
    </ConditionFrame>
  );
}

function turned(condition: PeopleConditionJson, not: boolean): PeopleConditionJson {
  const { not: _, ...rest } = condition;
  return not ? { ...rest, not: true } : rest;
}
