import type { ActionJson, ConditionJson } from "@galka/contract/json/rule";
import type { RuleProblem } from "@galka/core/automations/check-rule";
import { MOST } from "@galka/core/automations/rule";
import { useTranslation } from "react-i18next";
import { Field } from "../../../ui/Field.tsx";
import { Section } from "../../settings/Section.tsx";
import { useRuleOptions } from "../use-rule-options.ts";
import { ActionFields } from "./ActionFields.tsx";
import { ConditionFields } from "./ConditionFields.tsx";
import { LimitFields } from "./LimitFields.tsx";
import { PartRows } from "./PartRows.tsx";
import { Problem } from "./Problem.tsx";
import { problemAt } from "./problems.ts";
import type { RuleForm } from "./rule-form.ts";
import { ACTIONS, CONDITIONS, startAction, startCondition } from "./start-parts.ts";
import { TriggerFields } from "./TriggerFields.tsx";

type Props = {
  readonly form: RuleForm;
  readonly problems: readonly RuleProblem[];
  readonly onChange: (form: RuleForm) => void;
};

/** A rule as one reads it: when this happens, and that is so, then these, but so often. */
export function RuleParts({ form, problems, onChange }: Props) {
  const { t } = useTranslation();
  const options = useRuleOptions();
  const nameProblem = problemAt(problems, "name");
  return (
    <>
      <Field
        label={t("automations.name")}
        error={nameProblem && t(`automations.problem.${nameProblem}`)}
      >
        {(tied) => (
          <input
            {...tied}
            className="field"
            dir="auto"
            maxLength={100}
            value={form.name}
            onChange={({ target }) => onChange({ ...form, name: target.value })}
          />
        )}
      </Field>
      <Section title={t("automations.whenTitle")}>
        <TriggerFields
          trigger={form.trigger}
          onChange={(trigger) => onChange({ ...form, trigger })}
        />
        <Problem problem={problemAt(problems, "trigger")} />
      </Section>
      <Section title={t("automations.andTitle")} lead={t("automations.andLead")}>
        <PartRows<ConditionJson>
          rows={form.conditions}
          kinds={CONDITIONS.map((value) => ({ value, name: t(`automations.condition.${value}`) }))}
          words={{
            kind: t("automations.conditionLabel"),
            add: t("automations.addCondition"),
            remove: t("automations.removeCondition"),
          }}
          most={MOST.conditions}
          start={startCondition}
          onChange={(conditions) => onChange({ ...form, conditions })}
        >
          {(condition, index, change) => (
            <>
              <ConditionFields condition={condition} options={options} onChange={change} />
              <Problem problem={problemAt(problems, "conditions", index)} />
            </>
          )}
        </PartRows>
        <Problem problem={problemAt(problems, "conditions")} />
      </Section>
      <Section title={t("automations.thenTitle")} lead={t("automations.thenLead")}>
        <PartRows<ActionJson>
          rows={form.actions}
          kinds={ACTIONS.map((value) => ({ value, name: t(`automations.action.${value}`) }))}
          words={{
            kind: t("automations.actionLabel"),
            add: t("automations.addAction"),
            remove: t("automations.removeAction"),
          }}
          most={MOST.actions}
          start={startAction}
          onChange={(actions) => onChange({ ...form, actions })}
        >
          {(action, index, change) => (
            <>
              <ActionFields action={action} options={options} onChange={change} />
              <Problem problem={problemAt(problems, "actions", index)} />
            </>
          )}
        </PartRows>
        <Problem problem={problemAt(problems, "actions")} />
      </Section>
      <Section title={t("automations.limits")} lead={t("automations.limitsLead")}>
        <LimitFields form={form} onChange={onChange} />
        <Problem problem={problemAt(problems, "limits")} />
      </Section>
    </>
  );
}
