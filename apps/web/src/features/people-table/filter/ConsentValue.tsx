import type { PeopleConditionJson } from "@galka/contract/json/people/people-table";
import { CONSENT_PURPOSES } from "@galka/core/consent/consent";
import { CONSENT_STATES } from "@galka/core/contacts/deep-conditions";
import { useTranslation } from "react-i18next";
import { Select } from "../../../ui/controls/Select.tsx";
import { useFilterOptions } from "../../filters/use-filter-options.ts";
import { NO_CHANNEL } from "./people-conditions.ts";

type Props = {
  readonly condition: Extract<PeopleConditionJson, { field: "consent" }>;
  readonly onChange: (condition: PeopleConditionJson) => void;
};

/** To what somebody agreed, on which of our numbers, and whether that holds. */
export function ConsentValue({ condition, onChange }: Props) {
  const { t } = useTranslation();
  const { channel } = useFilterOptions();
  const choose = { value: NO_CHANNEL, name: t("peopleTable.chooseNumber") };
  return (
    <div className="flex flex-wrap gap-2">
      <Select
        className="field flex-1"
        label={t("peopleTable.purposeLabel")}
        options={CONSENT_PURPOSES.map((value) => ({
          value,
          name: t(`peopleTable.purpose.${value}`),
        }))}
        value={condition.purpose}
        onChange={(purpose) => onChange({ ...condition, purpose })}
      />
      <Select
        className="field flex-1"
        label={t("peopleTable.withNumber")}
        options={condition.channelId === NO_CHANNEL ? [choose, ...channel] : channel}
        value={condition.channelId}
        onChange={(channelId) => onChange({ ...condition, channelId })}
      />
      <Select
        className="field flex-1"
        label={t("peopleTable.field.consent")}
        options={CONSENT_STATES.map((value) => ({
          value,
          name: t(`peopleTable.consent.${value}`),
        }))}
        value={condition.is}
        onChange={(is) => onChange({ ...condition, is })}
      />
    </div>
  );
}
