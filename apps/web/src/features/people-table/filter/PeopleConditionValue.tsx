import type { PeopleConditionJson } from "@galka/contract/json/people/people-table";
import { useTranslation } from "react-i18next";
import { Select } from "../../../ui/controls/Select.tsx";
import { ChipChoice } from "../../filters/ChipChoice.tsx";
import { ConditionValue } from "../../filters/ConditionValue.tsx";
import { useFilterOptions } from "../../filters/use-filter-options.ts";
import { DeepConditionValue } from "./DeepConditionValue.tsx";
import { sharedCondition } from "./people-conditions.ts";

type Props = {
  readonly id: string;
  readonly condition: PeopleConditionJson;
  readonly onChange: (condition: PeopleConditionJson) => void;
};

const KINDS = ["phone", "username", "bsuid"] as const;

/** The values of a condition over contacts. What conversations are asked as well is asked in the same way. */
export function PeopleConditionValue({ id, condition, onChange }: Props) {
  const { t } = useTranslation();
  const { assignee } = useFilterOptions();
  const label = t(`peopleTable.field.${condition.field}`);
  switch (condition.field) {
    case "responsible":
      return (
        <ChipChoice
          label={label}
          options={assignee}
          chosen={condition.in}
          onChange={(chosen) => onChange({ ...condition, in: chosen })}
        />
      );
    case "known-by":
      return (
        <Select
          className="field"
          label={label}
          options={KINDS.map((value) => ({ value, name: t(`contact.identity.${value}`) }))}
          value={condition.kind}
          onChange={(kind) => onChange({ ...condition, kind })}
        />
      );
    case "blocked":
      return null;
    case "language":
    case "list":
    case "last-inbound":
    case "last-outbound":
    case "message-count":
    case "window":
    case "consent":
    case "campaign":
      return <DeepConditionValue id={id} condition={condition} onChange={onChange} />;
    case "created":
      return <CreatedEnds id={id} condition={condition} onChange={onChange} />;
    case "contact-field-number":
    case "contact-field-date":
      return <FieldEnds id={id} condition={condition} onChange={onChange} />;
    default:
      return (
        <ConditionValue
          id={id}
          condition={condition}
          onChange={(changed) => {
            const shared = sharedCondition(changed);
            if (shared) onChange(shared);
          }}
        />
      );
  }
}

type Of<Field> = Omit<Props, "condition"> & {
  readonly condition: Extract<PeopleConditionJson, { field: Field }>;
};

function CreatedEnds({ id, condition, onChange }: Of<"created">) {
  const { from, to, ...rest } = condition;
  return (
    <Ends
      id={id}
      type="date"
      from={from === undefined ? "" : dayOf(from)}
      to={to === undefined ? "" : dayOf(to)}
      onChange={(first, last) =>
        onChange({
          ...rest,
          ...(first === "" ? {} : { from: new Date(`${first}T00:00:00`).toISOString() }),
          ...(last === "" ? {} : { to: new Date(`${last}T23:59:59.999`).toISOString() }),
        })
      }
    />
  );
}

/** The day at the reader's place, as a field for dates has it. */
function dayOf(at: string): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function FieldEnds({ id, condition, onChange }: Of<"contact-field-number" | "contact-field-date">) {
  const { t } = useTranslation();
  const isDate = condition.field === "contact-field-date";
  return (
    <div className="flex flex-wrap gap-2">
      <label
        htmlFor={`${id}-name`}
        className="flex min-w-40 flex-1 flex-col gap-1 text-meta text-ink-2"
      >
        {t("filters.fieldName")}
        <input
          id={`${id}-name`}
          className="field text-ink"
          maxLength={60}
          value={condition.name}
          onChange={(event) => onChange({ ...condition, name: event.target.value })}
        />
      </label>
      <Ends
        id={id}
        type={isDate ? "date" : "number"}
        from={String(condition.from ?? "")}
        to={String(condition.to ?? "")}
        onChange={(first, last) => {
          const { from: _, to: __, ...rest } = condition;
          if (rest.field === "contact-field-date") {
            onChange({ ...rest, ...(first ? { from: first } : {}), ...(last ? { to: last } : {}) });
            return;
          }
          onChange({
            ...rest,
            ...(first === "" ? {} : { from: Number(first) }),
            ...(last === "" ? {} : { to: Number(last) }),
          });
        }}
      />
    </div>
  );
}

type EndsProps = {
  readonly id: string;
  readonly type: "date" | "number";
  readonly from: string;
  readonly to: string;
  readonly onChange: (from: string, to: string) => void;
};

function Ends({ id, type, from, to, onChange }: EndsProps) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-wrap gap-2">
      {(["from", "to"] as const).map((end) => (
        <label
          key={end}
          htmlFor={`${id}-${end}`}
          className="flex min-w-32 flex-1 flex-col gap-1 text-meta text-ink-2"
        >
          {t(`peopleTable.${end}`)}
          <input
            id={`${id}-${end}`}
            type={type}
            className="field text-ink"
            value={end === "from" ? from : to}
            onChange={(event) =>
              end === "from" ? onChange(event.target.value, to) : onChange(from, event.target.value)
            }
          />
        </label>
      ))}
    </div>
  );
}
