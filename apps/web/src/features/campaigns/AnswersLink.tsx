import type { CampaignJson } from "@galka/contract/json/campaigns/campaign";
import { Link } from "@tanstack/react-router";
import { Inbox } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import { useFigures } from "./use-figures.ts";

/** Leads to the conversations in which a campaign was answered, as a queue for the team. */
export function AnswersLink({
  campaign,
}: {
  readonly campaign: Pick<CampaignJson, "id" | "funnel">;
}) {
  const { t } = useTranslation();
  const may = useMay();
  const { count } = useFigures();
  const { answered } = campaign.funnel;
  if (answered === 0 || !may("conversations.read")) return null;
  return (
    <Link
      to="/inbox"
      search={{ where: { all: [{ field: "answered-campaign", in: [campaign.id] }] } }}
      className="link inline-flex min-h-6 items-center gap-1.5 font-medium pointer-coarse:min-h-11"
    >
      <Inbox size={16} aria-hidden="true" />
      {t("campaigns.openAnswers", { count: answered, text: count(answered) })}
    </Link>
  );
}
