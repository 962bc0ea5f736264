import type { ConditionJson } from "@galka/contract/json/filter";
import { PRIORITIES, WORK_STATES } from "@galka/core/conversations/work";
import { unreachable } from "@galka/core/kernel/unreachable";
import { RATING_WORDS } from "@galka/core/satisfaction/rating";
import { useTranslation } from "react-i18next";
import { Select } from "../../ui/controls/Select.tsx";
import { CampaignPicker } from "./CampaignPicker.tsx";
import { ChipChoice } from "./ChipChoice.tsx";
import { MinutesField } from "./MinutesField.tsx";
import { useFilterOptions } from "./use-filter-options.ts";

type Props = {
  readonly id: string;
  readonly condition: ConditionJson;
  readonly onChange: (condition: ConditionJson) => void;
};

const RATINGS = [...RATING_WORDS, "none"] as const;
const WINDOW_STATES = ["open", "closing", "closed", "never-open"] as const;
const SLA_STATES = ["soon", "broken", "kept"] as const;

/** The values of a condition: a few to choose from, a time, or words. */
export function ConditionValue({ id, condition, onChange }: Props) {
  const { t } = useTranslation();
  const options = useFilterOptions();
  const label = t(`filters.field.${condition.field}`);

  switch (condition.field) {
    case "status":
      return (
        <ChipChoice
          label={label}
          options={WORK_STATES.map((value) => ({ value, name: t(`filters.status.${value}`) }))}
          chosen={condition.in}
          onChange={(chosen) => onChange({ ...condition, in: chosen })}
        />
      );
    case "priority":
      return (
        <ChipChoice
          label={label}
          options={PRIORITIES.map((value) => ({ value, name: t(`filters.priority.${value}`) }))}
          chosen={condition.in}
          onChange={(chosen) => onChange({ ...condition, in: chosen })}
        />
      );
    case "rating":
      return (
        <ChipChoice
          label={label}
          options={RATINGS.map((value) => ({ value, name: t(`filters.rating.${value}`) }))}
          chosen={condition.in}
          onChange={(chosen) => onChange({ ...condition, in: chosen })}
        />
      );
    case "assignee":
    case "team":
    case "label":
    case "channel":
      return (
        <ChipChoice
          label={label}
          options={options[condition.field]}
          chosen={condition.in}
          onChange={(chosen) => onChange({ ...condition, in: [...chosen] })}
        />
      );
    case "answered-campaign":
      return (
        <CampaignPicker
          label={label}
          chosen={condition.in}
          onChange={(chosen) => onChange({ ...condition, in: chosen })}
        />
      );
    case "last-word":
    case "window":
    case "sla":
      return <OneWord label={label} condition={condition} onChange={onChange} />;
    case "waiting":
    case "sla-due":
    case "last-message":
      return (
        <MinutesField
          label={t(`filters.minutes.${condition.field}`)}
          minutes={condition.minutes}
          onChange={(minutes) => onChange({ ...condition, minutes })}
        />
      );
    case "country":
      return (
        <Words
          id={id}
          label={t("filters.countryCodes")}
          value={condition.in.map((code) => `+${code}`).join(" ")}
          onChange={(text) => onChange({ ...condition, in: codesIn(text) })}
        />
      );
    case "contact-name":
      return (
        <Words
          id={id}
          label={t("filters.contains")}
          value={condition.contains}
          onChange={(contains) => onChange({ ...condition, contains })}
        />
      );
    case "contact-field":
    case "contact-field-has":
    case "contact-field-filled":
      return <FieldValue id={id} condition={condition} onChange={onChange} />;
    case "unread":
    case "contact":
    case "last-message-after":
      return null;
    default:
      return unreachable(condition);
  }
}

type OneOf = Extract<ConditionJson, { field: "last-word" | "window" | "sla" }>;
type OneWordProps = {
  readonly label: string;
  readonly condition: OneOf;
  readonly onChange: (condition: OneOf) => void;
};

function OneWord({ label, condition, onChange }: OneWordProps) {
  const { t } = useTranslation();
  switch (condition.field) {
    case "last-word":
      return (
        <Select
          className="field"
          label={label}
          options={(["contact", "business"] as const).map((value) => ({
            value,
            name: t(`filters.lastWord.${value}`),
          }))}
          value={condition.by}
          onChange={(by) => onChange({ ...condition, by })}
        />
      );
    case "window":
      return (
        <Select
          className="field"
          label={label}
          options={WINDOW_STATES.map((value) => ({ value, name: t(`filters.window.${value}`) }))}
          value={condition.is}
          onChange={(is) => onChange({ ...condition, is })}
        />
      );
    case "sla":
      return (
        <Select
          className="field"
          label={label}
          options={SLA_STATES.map((value) => ({ value, name: t(`filters.sla.${value}`) }))}
          value={condition.is}
          onChange={(is) => onChange({ ...condition, is })}
        />
      );
    default:
      return unreachable(condition);
  }
}

type OfField = Extract<
  ConditionJson,
  { field: "contact-field" | "contact-field-has" | "contact-field-filled" }
>;

function FieldValue({
  id,
  condition,
  onChange,
}: Omit<Props, "condition"> & { readonly condition: OfField }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-wrap gap-2">
      <Words
        id={`${id}-name`}
        label={t("filters.fieldName")}
        value={condition.name}
        onChange={(name) => onChange({ ...condition, name })}
      />
      {condition.field === "contact-field" ? (
        <Words
          id={`${id}-is`}
          label={t("filters.equals")}
          value={condition.is}
          onChange={(is) => onChange({ ...condition, is })}
        />
      ) : null}
      {condition.field === "contact-field-has" ? (
        <Words
          id={`${id}-contains`}
          label={t("filters.contains")}
          value={condition.contains}
          onChange={(contains) => onChange({ ...condition, contains })}
        />
      ) : null}
    </div>
  );
}

type WordsProps = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function Words({ id, label, value, onChange }: WordsProps) {
  return (
    <label htmlFor={id} className="flex min-w-40 flex-1 flex-col gap-1 text-meta text-ink-2">
      {label}
      <input
        id={id}
        className="field text-ink"
        value={value}
        maxLength={200}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

/** Calling codes as people write them: "+49, 7". */
function codesIn(text: string): string[] {
  return [...new Set(text.match(/\d{1,4}/g) ?? [])];
}
