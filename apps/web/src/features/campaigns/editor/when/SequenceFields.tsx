import type { CampaignPlanJson } from "@galka/contract/json/campaigns/plan";
import { MOST_STEPS } from "@galka/core/campaigns/plan";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../../ui/Button.tsx";
import { Select } from "../../../../ui/controls/Select.tsx";
import type { EditedCampaign } from "../use-campaign-draft.ts";
import { MessageFields } from "../what/MessageFields.tsx";
import { NumberField } from "./NumberField.tsx";

type Step = CampaignPlanJson["steps"][number];

const UNLESS = ["answered", "read"] as const;
const MOST_HOURS = 24 * 90;

/** Templates that follow for whoever has not answered, or not read. */
export function SequenceFields({ edited }: { readonly edited: EditedCampaign }) {
  const { t } = useTranslation();
  const { steps, messages } = edited.draft.plan;
  const put = (at: number, step: Step | null) =>
    edited.plan({ steps: steps.toSpliced(at, 1, ...(step ? [step] : [])) });

  function add(): void {
    const [first] = messages;
    if (!first) return;
    const step: Step = { afterHours: 48, unless: "answered", message: structuredClone(first) };
    edited.plan({ steps: [...steps, step] });
  }

  return (
    <div className="flex flex-col gap-4">
      {steps.map((step, at) => (
        <fieldset
          // oxlint-disable-next-line react/no-array-index-key -- a step is known by its place in the sequence
          key={at}
          className="flex flex-col gap-3 border-l-2 border-edge pl-3"
        >
          <legend className="float-left text-list font-medium text-ink-2">
            {t("campaigns.sequence.step", { number: at + 1 })}
          </legend>
          <div className="grid gap-3 narrow:grid-cols-2">
            <NumberField
              label={t("campaigns.sequence.after")}
              value={step.afterHours}
              least={1}
              most={MOST_HOURS}
              step={1}
              onChange={(afterHours) => put(at, { ...step, afterHours })}
            />
            <div className="flex flex-col gap-1">
              <span className="text-list font-medium text-ink-2">
                {t("campaigns.sequence.unless")}
              </span>
              <Select
                className="field"
                label={t("campaigns.sequence.unless")}
                options={UNLESS.map((value) => ({
                  value,
                  name: t(`campaigns.sequence.${value}`),
                }))}
                value={step.unless}
                onChange={(unless) => put(at, { ...step, unless })}
              />
            </div>
          </div>
          <MessageFields
            edited={edited}
            message={step.message}
            onChange={(message) => put(at, message === null ? null : { ...step, message })}
            canRemove
          />
        </fieldset>
      ))}
      {messages.length === 0 ? (
        <p className="text-list text-ink-2">{t("campaigns.sequence.messageFirst")}</p>
      ) : steps.length < MOST_STEPS ? (
        <Button className="self-start" icon={<Plus size={16} aria-hidden="true" />} onClick={add}>
          {t("campaigns.sequence.add")}
        </Button>
      ) : null}
    </div>
  );
}
