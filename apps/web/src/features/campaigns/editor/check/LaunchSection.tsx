import type { CampaignJson } from "@galka/contract/json/campaigns/campaign";
import type { CampaignForecastJson } from "@galka/contract/json/campaigns/forecast";
import { useQueryClient } from "@tanstack/react-query";
import { CalendarClock, Send, UserCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useDeed } from "../../../../api/use-deed.ts";
import { useApi } from "../../../../sync/SyncProvider.tsx";
import { Button } from "../../../../ui/Button.tsx";
import { Notice } from "../../../../ui/Notice.tsx";
import { campaignQuery } from "../../campaign-queries.ts";
import { useFigures } from "../../use-figures.ts";
import { keptCampaigns } from "../kept-campaigns.ts";
import type { EditedCampaign } from "../use-campaign-draft.ts";
import type { useForecast } from "../use-forecast.ts";

type Props = {
  readonly campaign: CampaignJson;
  readonly edited: EditedCampaign;
  readonly told: ReturnType<typeof useForecast>;
};

const ICONS = { approval: UserCheck, scheduled: CalendarClock, running: Send } as const;

/** The button that launches it: it says to how many people and for how much money. */
export function LaunchSection({ campaign, edited, told }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const words = useLaunchWords();
  const { busy, error, run } = useDeed();
  const { forecast, isOld } = told;
  if (forecast === null || !campaign.can.includes("launch")) return null;
  const blocked = forecast.problems.some(({ weight }) => weight === "problem");
  const next = forecast.needsApproval
    ? "approval"
    : edited.draft.plan.start.kind === "now"
      ? "running"
      : "scheduled";
  const Icon = ICONS[next];

  function launch(): void {
    void run(async () => {
      await edited.save();
      await api("launchCampaign", { params: { id: campaign.id } });
      keptCampaigns.forget(campaign.id);
      await queryClient.invalidateQueries(campaignQuery(api, campaign.id));
    });
  }

  return (
    <div className="flex flex-col gap-3">
      {forecast.needsApproval ? (
        <Notice tone="info">{t("campaigns.check.needsApproval")}</Notice>
      ) : null}
      {error === null ? null : (
        <Notice tone="bad" urgent>
          {error}
        </Notice>
      )}
      <Button
        look="primary"
        className="min-h-11 self-stretch narrow:self-end"
        busy={busy}
        disabled={blocked || forecast.reaches === 0 || isOld}
        icon={<Icon size={18} aria-hidden="true" />}
        onClick={launch}
      >
        <span className="whitespace-normal">{words(next, forecast)}</span>
      </Button>
      {blocked ? <p className="text-list text-ink-2">{t("campaigns.check.blocked")}</p> : null}
    </div>
  );
}

function useLaunchWords() {
  const { t } = useTranslation();
  const { count, moneyRange } = useFigures();
  return (next: keyof typeof ICONS, { reaches, cost }: CampaignForecastJson): string => {
    const people = t(`campaigns.launch.${next}`, { count: reaches, text: count(reaches) });
    const prices = (cost?.totals ?? []).map(({ leastMinor, mostMinor, currency }) =>
      moneyRange(leastMinor, mostMinor, currency),
    );
    return [people, ...prices].join(", ");
  };
}
