import type { PeopleConditionJson } from "@galka/contract/json/people/people-table";
import { CAMPAIGN_DEEDS } from "@galka/core/contacts/deep-conditions";
import { useTranslation } from "react-i18next";
import { Select } from "../../../ui/controls/Select.tsx";
import { CampaignPicker } from "../../filters/CampaignPicker.tsx";
import { WholeNumber } from "./WholeNumber.tsx";

type Props = {
  readonly id: string;
  readonly condition: Extract<PeopleConditionJson, { field: "campaign" }>;
  readonly onChange: (condition: PeopleConditionJson) => void;
};

/** What became of campaigns' messages to somebody, and how long ago; of a failure its code. */
export function CampaignValue({ id, condition, onChange }: Props) {
  const { t } = useTranslation();
  const { days, code, ...rest } = condition;
  const within = days === undefined ? {} : { days };
  return (
    <div className="flex flex-wrap items-end gap-2">
      <Select
        className="field"
        label={t("peopleTable.field.campaign")}
        options={CAMPAIGN_DEEDS.map((value) => ({ value, name: t(`peopleTable.did.${value}`) }))}
        value={condition.did}
        onChange={(did) =>
          onChange({ ...rest, ...within, did, ...(did === "failed" && code ? { code } : {}) })
        }
      />
      <CampaignPicker
        label={t("peopleTable.ofCampaigns")}
        chosen={condition.in ?? []}
        onChange={(chosen) => {
          const { in: _, ...without } = condition;
          onChange(chosen.length > 0 ? { ...without, in: chosen } : without);
        }}
      />
      <WholeNumber
        id={`${id}-days`}
        label={t("peopleTable.inDaysOrEver")}
        value={days}
        onChange={(now) => {
          const { days: _, ...without } = condition;
          onChange(now ? { ...without, days: now } : without);
        }}
      />
      {condition.did === "failed" ? (
        <label
          htmlFor={`${id}-code`}
          className="flex min-w-24 flex-1 flex-col gap-1 text-meta text-ink-2"
        >
          {t("peopleTable.code")}
          <input
            id={`${id}-code`}
            className="field text-ink"
            maxLength={60}
            value={code ?? ""}
            onChange={({ target }) =>
              onChange({ ...rest, ...within, ...(target.value ? { code: target.value } : {}) })
            }
          />
        </label>
      ) : null}
    </div>
  );
}
