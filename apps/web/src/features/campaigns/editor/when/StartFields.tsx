import type { CampaignPlanJson } from "@galka/contract/json/campaigns/plan";
import { unreachable } from "@galka/core/kernel/unreachable";
import { useTranslation } from "react-i18next";
import { useNow } from "../../../../sync/use-now.ts";
import { Field } from "../../../../ui/Field.tsx";
import { Choices } from "../../../settings/Choices.tsx";
import { localMinute } from "../../../scheduled/local-minute.ts";
import type { EditedCampaign } from "../use-campaign-draft.ts";
import { QuietHours } from "./QuietHours.tsx";
import { RepeatFields } from "./RepeatFields.tsx";

const KINDS = ["now", "at", "local"] as const;
const HOUR_MS = 3_600_000;
const TEN = 600;

type Start = CampaignPlanJson["start"];

/** Now, at a moment, or at an hour on everybody's own clock. */
export function StartFields({ edited }: { readonly edited: EditedCampaign }) {
  const { t } = useTranslation();
  const now = useNow("halfMinute");
  const { start } = edited.draft.plan;

  function choose(kind: Start["kind"]): void {
    const soon = new Date(Math.ceil(now.getTime() / HOUR_MS + 1) * HOUR_MS);
    const tomorrow = localMinute(new Date(now.getTime() + 24 * HOUR_MS)).slice(0, 10);
    if (kind === "now") edited.plan({ start: { kind }, repeat: null });
    if (kind === "at") edited.plan({ start: { kind, at: soon.toISOString() } });
    if (kind === "local") {
      edited.plan({ start: { kind, date: tomorrow, minute: TEN }, repeat: null });
    }
  }

  return (
    <div className="flex flex-col gap-3">
      <Choices
        label={t("campaigns.when.start")}
        options={KINDS.map((value) => ({ value, name: t(`campaigns.when.${value}`) }))}
        value={start.kind}
        onChoose={choose}
      />
      <Moment start={start} onChange={(changed) => edited.plan({ start: changed })} />
      {start.kind === "at" ? <RepeatFields edited={edited} /> : null}
      <QuietHours />
    </div>
  );
}

type MomentProps = { readonly start: Start; readonly onChange: (start: Start) => void };

function Moment({ start, onChange }: MomentProps) {
  const { t } = useTranslation();
  switch (start.kind) {
    case "now":
      return null;
    case "at":
      return (
        <Field label={t("campaigns.when.moment")} hint={t("campaigns.when.yourClock")}>
          {(tied) => (
            <input
              {...tied}
              type="datetime-local"
              className="field max-w-60"
              value={localMinute(new Date(start.at))}
              onChange={({ target }) => {
                const at = new Date(target.value);
                if (!Number.isNaN(at.getTime())) onChange({ ...start, at: at.toISOString() });
              }}
            />
          )}
        </Field>
      );
    case "local":
      return <LocalMoment start={start} onChange={onChange} />;
    default:
      return unreachable(start);
  }
}

type LocalProps = {
  readonly start: Extract<Start, { kind: "local" }>;
  readonly onChange: (start: Start) => void;
};

function LocalMoment({ start, onChange }: LocalProps) {
  const { t } = useTranslation();
  const two = (value: number) => String(value).padStart(2, "0");
  const time = `${two(Math.floor(start.minute / 60))}:${two(start.minute % 60)}`;
  return (
    <div className="flex flex-wrap gap-3">
      <Field label={t("campaigns.when.date")}>
        {(tied) => (
          <input
            {...tied}
            type="date"
            className="field max-w-48"
            value={start.date}
            onChange={({ target }) => {
              if (target.value !== "") onChange({ ...start, date: target.value });
            }}
          />
        )}
      </Field>
      <Field label={t("campaigns.when.time")} hint={t("campaigns.when.theirClock")}>
        {(tied) => (
          <input
            {...tied}
            type="time"
            className="field max-w-36"
            value={time}
            onChange={({ target }) => {
              const [hours, minutes] = target.value.split(":").map(Number);
              if (hours === undefined || minutes === undefined) return;
              onChange({ ...start, minute: hours * 60 + minutes });
            }}
          />
        )}
      </Field>
    </div>
  );
}
