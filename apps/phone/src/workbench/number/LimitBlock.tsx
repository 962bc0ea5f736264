import { useTranslation } from "react-i18next";
import type { MessagingTier, PortfolioJson } from "@galka/emulator/wire/control";
import { usePhones } from "../../state/store.ts";
import { exactTime } from "../../text/time.ts";
import { Block } from "../parts/Block.tsx";
import { Choice } from "../parts/Choice.tsx";
import { Fact, Facts } from "../parts/Facts.tsx";
import { wholeNumber } from "../parts/figures.ts";
import { Meter } from "../parts/Meter.tsx";
import { useAct } from "../parts/use-act.ts";
import { pacingWords } from "./pacing-words.ts";

const TIERS = [
  "TIER_250",
  "TIER_2K",
  "TIER_10K",
  "TIER_100K",
  "TIER_UNLIMITED",
] as const satisfies readonly MessagingTier[];

type Props = { readonly portfolio: PortfolioJson; readonly again: () => void };

/** How many people the business may write to in 24 hours, and how much of it is used. */
export function LimitBlock({ portfolio, again }: Props) {
  const { t, i18n } = useTranslation();
  const act = useAct(again);
  const off = usePhones((phones) => phones.settings?.messagingLimits === "unlimited");
  const { id, limit, usedCount, messagingLimit } = portfolio;
  const count = (value: number) => wholeNumber(value, i18n.language);
  const words =
    limit === null
      ? t("number.usedOfAny", { used: count(usedCount) })
      : t("number.used", { used: count(usedCount), limit: count(limit) });
  return (
    <Block title={t("number.limitTitle")} note={off ? t("number.limitsOff") : portfolio.name}>
      <div className="space-y-3">
        <div>
          <p className="mb-1 font-medium">{words}</p>
          {limit !== null && (
            <Meter label={t("number.limitTitle")} value={usedCount} max={limit} words={words} />
          )}
        </div>
        <Choice
          label={t("number.tier")}
          value={messagingLimit}
          options={TIERS}
          words={(it) => t(`number.tiers.${it}`)}
          onChange={(tier) => act("PATCH", `portfolios/${id}`, { messagingLimit: tier })}
        />
        <Growth portfolio={portfolio} />
        {portfolio.verification === "none" && (
          <button
            type="button"
            className="btn"
            onClick={() => act("POST", `portfolios/${id}/verification`, { by: "business" })}
          >
            {t("number.verify")}
          </button>
        )}
      </div>
    </Block>
  );
}

/** What it takes for the limit to grow. */
function Growth({ portfolio }: { readonly portfolio: PortfolioJson }) {
  const { t, i18n } = useTranslation();
  const count = (value: number) => wholeNumber(value, i18n.language);
  const time = (iso: string) => exactTime(Date.parse(iso), i18n.language);
  const { limit, nextFreeAt, growthCheckAt, pacing } = portfolio;
  return (
    <Facts>
      {nextFreeAt !== null && <Fact name={t("number.nextFree")}>{time(nextFreeAt)}</Fact>}
      <Fact name={t("number.verification")}>
        {t(`number.verifications.${portfolio.verification}`)}
      </Fact>
      <Fact name={t("number.reached7")}>
        {limit === null
          ? count(portfolio.reachedIn7Days)
          : t("number.ofNeeded", {
              have: count(portfolio.reachedIn7Days),
              need: count(limit / 2),
            })}
      </Fact>
      {portfolio.messagingLimit === "TIER_250" && (
        <Fact name={t("number.delivered30")}>
          {t("number.ofNeeded", { have: count(portfolio.deliveredIn30Days), need: count(2_000) })}
        </Fact>
      )}
      <Fact name={t("number.goodQuality")}>
        {portfolio.goodQuality ? t("number.yes") : t("number.no")}
      </Fact>
      {growthCheckAt !== null && <Fact name={t("number.growth")}>{time(growthCheckAt)}</Fact>}
      {pacing !== null && (
        <Fact name={t("number.pacing")}>{pacingWords(t, pacing, i18n.language)}</Fact>
      )}
    </Facts>
  );
}
