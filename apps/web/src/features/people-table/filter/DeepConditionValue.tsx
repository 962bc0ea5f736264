import type { PeopleConditionJson } from "@galka/contract/json/people/people-table";
import type { DeepField } from "@galka/core/contacts/deep-conditions";
import { unreachable } from "@galka/core/kernel/unreachable";
import { useTranslation } from "react-i18next";
import { Select } from "../../../ui/controls/Select.tsx";
import { useAudienceLists } from "../../audience/audience-queries.ts";
import { CampaignValue } from "./CampaignValue.tsx";
import { ConsentValue } from "./ConsentValue.tsx";
import { WholeNumber } from "./WholeNumber.tsx";
import { useLanguageNames } from "../../contact/language-names.ts";
import { ChipChoice } from "../../filters/ChipChoice.tsx";
import { MinutesField } from "../../filters/MinutesField.tsx";
import { useFilterOptions } from "../../filters/use-filter-options.ts";

type Deep = Extract<PeopleConditionJson, { field: DeepField }>;

type Props<C = Deep> = {
  readonly id: string;
  readonly condition: C;
  readonly onChange: (condition: PeopleConditionJson) => void;
};

const STATES = ["open", "closed", "never-open"] as const;
const WAYS = ["in", "out"] as const;

/** The values of a condition that looks further than a row of the table: messages, windows, lists, languages. */
export function DeepConditionValue({ id, condition, onChange }: Props) {
  const { t } = useTranslation();
  const label = t(`peopleTable.field.${condition.field}`);
  switch (condition.field) {
    case "language":
      return <Languages id={id} condition={condition} onChange={onChange} />;
    case "list":
      return <Lists id={id} condition={condition} onChange={onChange} />;
    case "last-inbound":
    case "last-outbound":
      return (
        <MinutesField
          label={label}
          minutes={condition.minutes}
          onChange={(minutes) => onChange({ ...condition, minutes })}
        />
      );
    case "message-count":
      return <MessageCount id={id} condition={condition} onChange={onChange} />;
    case "window":
      return <WindowState id={id} condition={condition} onChange={onChange} />;
    case "consent":
      return <ConsentValue condition={condition} onChange={onChange} />;
    case "campaign":
      return <CampaignValue id={id} condition={condition} onChange={onChange} />;
    default:
      return unreachable(condition);
  }
}

type Of<F extends DeepField> = Props<Extract<Deep, { field: F }>>;

function Languages({ condition, onChange }: Of<"language">) {
  const { t } = useTranslation();
  const { options } = useLanguageNames(condition.in);
  return (
    <ChipChoice
      label={t("peopleTable.field.language")}
      options={[{ value: "none", name: t("peopleTable.noLanguage") }, ...options]}
      chosen={condition.in}
      onChange={(chosen) => onChange({ ...condition, in: chosen })}
    />
  );
}

function Lists({ condition, onChange }: Of<"list">) {
  const { t } = useTranslation();
  const lists = useAudienceLists();
  return (
    <ChipChoice
      label={t("peopleTable.field.list")}
      options={lists.map(({ id, name }) => ({ value: id, name }))}
      chosen={condition.in}
      onChange={(chosen) => onChange({ ...condition, in: chosen })}
    />
  );
}

function WindowState({ condition, onChange }: Of<"window">) {
  const { t } = useTranslation();
  const { channel } = useFilterOptions();
  const { channelId, ...rest } = condition;
  return (
    <div className="flex flex-wrap gap-2">
      <Select
        className="field flex-1"
        label={t("peopleTable.field.window")}
        options={STATES.map((value) => ({ value, name: t(`peopleTable.window.${value}`) }))}
        value={condition.is}
        onChange={(is) => onChange({ ...condition, is })}
      />
      <Select
        className="field flex-1"
        label={t("peopleTable.withNumber")}
        options={[{ value: "", name: t("peopleTable.anyNumber") }, ...channel]}
        value={channelId ?? ""}
        onChange={(chosen) => onChange(chosen === "" ? rest : { ...rest, channelId: chosen })}
      />
    </div>
  );
}

function MessageCount({ id, condition, onChange }: Of<"message-count">) {
  const { t } = useTranslation();
  const { from, to, ...rest } = condition;
  const ends = (least: number | undefined, most: number | undefined) => ({
    ...rest,
    ...(least === undefined ? {} : { from: least }),
    ...(most === undefined ? {} : { to: most }),
  });
  return (
    <div className="flex flex-wrap items-end gap-2">
      <Select
        className="field"
        label={t("peopleTable.way.label")}
        options={WAYS.map((value) => ({ value, name: t(`peopleTable.way.${value}`) }))}
        value={condition.way}
        onChange={(way) => onChange({ ...condition, way })}
      />
      <WholeNumber
        id={`${id}-days`}
        label={t("peopleTable.inDays")}
        value={condition.days}
        onChange={(days) => onChange({ ...condition, days: Math.max(1, days ?? 1) })}
      />
      <WholeNumber
        id={`${id}-least`}
        label={t("peopleTable.least")}
        value={from}
        onChange={(least) => onChange(ends(least, to))}
      />
      <WholeNumber
        id={`${id}-most`}
        label={t("peopleTable.most")}
        value={to}
        onChange={(most) => onChange(ends(from, most))}
      />
    </div>
  );
}
