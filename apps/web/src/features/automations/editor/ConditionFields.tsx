import type { ConditionJson } from "@galka/contract/json/rule";
import { unreachable } from "@galka/core/kernel/unreachable";
import { useTranslation } from "react-i18next";
import { ChipChoice } from "../../filters/ChipChoice.tsx";
import type { RuleOptions } from "../use-rule-options.ts";
import { FieldFields } from "./FieldFields.tsx";
import { codesOf, linesOf } from "./rule-form.ts";
import { Select } from "../../../ui/controls/Select.tsx";
import { TextField } from "./TextField.tsx";

type Props<C extends ConditionJson = ConditionJson> = {
  readonly condition: C;
  readonly options: RuleOptions;
  readonly onChange: (condition: ConditionJson) => void;
};

const STATES = ["open", "pending", "snoozed", "closed"] as const;
const TEXT_HOW = ["word", "part", "exact"] as const;
const DURING = ["office-hours", "off-hours"] as const;
const PRESENCE = ["someone", "nobody"] as const;

/** What a condition asks for, after its kind. */
export function ConditionFields({ condition, options, onChange }: Props) {
  const { t } = useTranslation();
  const label = t(`automations.condition.${condition.kind}`);
  switch (condition.kind) {
    case "text":
      return (
        <>
          <Select
            label={label}
            options={TEXT_HOW.map((value) => ({ value, name: t(`automations.textHow.${value}`) }))}
            value={condition.how}
            onChange={(how) => onChange({ ...condition, how })}
          />
          <TextField
            label={t("automations.phrases")}
            start={condition.phrases.join("\n")}
            lines={3}
            most={20_000}
            onChange={(text) => onChange({ ...condition, phrases: linesOf(text) })}
          />
        </>
      );
    case "pattern":
      return (
        <TextField
          label={t("automations.pattern")}
          start={condition.pattern}
          most={500}
          hint={t("automations.patternHint")}
          onChange={(pattern) => onChange({ ...condition, pattern })}
        />
      );
    case "channel":
      return (
        <ChipChoice
          label={label}
          options={options.channels}
          chosen={condition.channelIds}
          onChange={(channelIds) => onChange({ ...condition, channelIds })}
        />
      );
    case "hours":
      return (
        <Select
          label={label}
          options={DURING.map((value) => ({ value, name: t(`automations.during.${value}`) }))}
          value={condition.during}
          onChange={(during) => onChange({ ...condition, during })}
        />
      );
    case "team":
      return (
        <Select
          label={label}
          options={PRESENCE.map((value) => ({ value, name: t(`automations.presence.${value}`) }))}
          value={condition.presence}
          onChange={(presence) => onChange({ ...condition, presence })}
        />
      );
    case "state":
      return (
        <ChipChoice
          label={label}
          options={STATES.map((value) => ({ value, name: t(`filters.status.${value}`) }))}
          chosen={condition.states}
          onChange={(states) => onChange({ ...condition, states })}
        />
      );
    case "field":
      return <FieldFields condition={condition} options={options} onChange={onChange} />;
    case "country":
    case "language":
      return <CodeFields condition={condition} options={options} onChange={onChange} />;
    case "labels":
    case "assignee":
      return <WhoseFields condition={condition} options={options} onChange={onChange} />;
    default:
      return unreachable(condition);
  }
}

type CodeCondition = Extract<ConditionJson, { kind: "country" | "language" }>;

function CodeFields({ condition, onChange }: Props<CodeCondition>) {
  const { t } = useTranslation();
  const { kind } = condition;
  return (
    <>
      <Select
        label={t(`automations.condition.${kind}`)}
        options={(["in", "not-in"] as const).map((value) => ({
          value,
          name: t(`automations.codesHow.${value}`),
        }))}
        value={condition.how}
        onChange={(how) => onChange({ ...condition, how })}
      />
      <TextField
        label={t(`automations.codes.${kind}`)}
        start={condition.codes.join(", ")}
        most={1000}
        onChange={(text) => {
          const codes = codesOf(text, kind === "country" ? "upper" : "lower");
          onChange({ ...condition, codes });
        }}
      />
    </>
  );
}

type WhoseCondition = Extract<ConditionJson, { kind: "labels" | "assignee" }>;

function WhoseFields({ condition, options, onChange }: Props<WhoseCondition>) {
  const { t } = useTranslation();
  const label = t(`automations.condition.${condition.kind}`);
  if (condition.kind === "labels") {
    return (
      <>
        <Select
          label={label}
          options={(["any", "none"] as const).map((value) => ({
            value,
            name: t(`automations.labelsHow.${value}`),
          }))}
          value={condition.how}
          onChange={(how) => onChange({ ...condition, how })}
        />
        <ChipChoice
          label={label}
          options={options.labels}
          chosen={condition.labelIds}
          onChange={(labelIds) => onChange({ ...condition, labelIds })}
        />
      </>
    );
  }
  return (
    <>
      <Select
        label={label}
        options={(["nobody", "somebody", "one-of"] as const).map((value) => ({
          value,
          name: t(`automations.who.${value}`),
        }))}
        value={condition.who}
        onChange={(who) => onChange({ ...condition, who })}
      />
      {condition.who === "one-of" ? (
        <ChipChoice
          label={label}
          options={options.members}
          chosen={condition.memberIds}
          onChange={(memberIds) => onChange({ ...condition, memberIds })}
        />
      ) : null}
    </>
  );
}
