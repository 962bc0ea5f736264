import type { ConditionJson } from "@galka/contract/json/rule";
import { useTranslation } from "react-i18next";
import type { RuleOptions } from "../use-rule-options.ts";
import { Select } from "../../../ui/controls/Select.tsx";
import { TextField } from "./TextField.tsx";

type OfField = Extract<ConditionJson, { kind: "field" }>;
type Props = {
  readonly condition: OfField;
  readonly options: RuleOptions;
  readonly onChange: (condition: OfField) => void;
};

const TESTS = ["is", "is-not", "contains", "is-empty", "is-filled"] as const;

/** A field of the contact and what it has to say. */
export function FieldFields({ condition, options, onChange }: Props) {
  const { t } = useTranslation();
  const asks = condition.how !== "is-empty" && condition.how !== "is-filled";
  return (
    <>
      <Select
        label={t("automations.field")}
        options={options.fields}
        value={condition.key}
        none={condition.key === "" ? t("automations.choose") : condition.key}
        onChange={(key) => onChange({ ...condition, key })}
      />
      <Select
        label={t("automations.fieldTest")}
        options={TESTS.map((value) => ({ value, name: t(`automations.fieldHow.${value}`) }))}
        value={condition.how}
        onChange={(how) => onChange({ ...condition, how })}
      />
      {asks ? (
        <TextField
          label={t("automations.fieldValue")}
          start={condition.value}
          most={500}
          onChange={(value) => onChange({ ...condition, value })}
        />
      ) : null}
    </>
  );
}
