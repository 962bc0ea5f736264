import type { CampaignJson } from "@galka/contract/json/campaigns/campaign";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { dateOnly, dayOf } from "../../../i18n/dates.ts";
import { moneyText } from "../../../i18n/money.ts";
import { useLocale } from "../../../i18n/use-locale.ts";
import { Notice } from "../../../ui/Notice.tsx";

type Props = { readonly campaign: CampaignJson };

/** Why Galka holds a campaign, what ends that, and where it is ended. */
export function HoldNotice({ campaign }: Props) {
  const { t } = useTranslation();
  const { hold, channelId } = campaign;
  if (hold === null) return null;
  return (
    <Notice tone="soon">
      <strong className="font-semibold">{t(`campaigns.heldBy.${hold}`)}.</strong>{" "}
      <HoldWords campaign={campaign} />{" "}
      {hold === "brake" ? (
        <Link to="/number-health/$channelId" params={{ channelId }} className="link">
          {t("campaigns.check.toHealth")}
        </Link>
      ) : null}
      {hold === "budget" ? (
        <Link to="/prices" search={{ tab: "budgets" }} className="link">
          {t("campaigns.toBudgets")}
        </Link>
      ) : null}
    </Notice>
  );
}

function HoldWords({ campaign: { hold, budget } }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (hold === null) return null;
  if (hold !== "budget" || budget === null) return t(`campaigns.holdWords.${hold}`);
  const limit = moneyText(locale, budget.limitMicros, budget.currency);
  const until = dateOnly(locale, dayOf(budget.until));
  return t(`campaigns.budgetWords.${budget.period}`, { limit, until });
}
