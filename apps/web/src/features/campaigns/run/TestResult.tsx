import type { CampaignJson } from "@galka/contract/json/campaigns/campaign";
import { Trophy } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Section } from "../../settings/Section.tsx";
import { letterAt } from "../letter-at.ts";
import { useFigures } from "../use-figures.ts";
import { useVariantName } from "../use-variant-name.ts";
import { NamedIcon } from "../NamedIcon.tsx";

type Test = NonNullable<CampaignJson["test"]>;

/** How competing templates did, and whether the difference could be chance. */
export function TestResult({ test }: { readonly test: Test }) {
  const { t } = useTranslation();
  const { count, share, shareOf } = useFigures();
  const nameOf = useVariantName();
  const letter = test.variant === null ? "" : t(`campaigns.letter.${letterAt(test.variant)}`);
  const chance = test.chance === null ? "" : share(test.chance);
  const best = Math.max(...test.rivals.map((it) => it.hits / Math.max(1, it.reached)), 0.0001);
  return (
    <Section title={t("campaigns.test.title")} lead={t(`campaigns.test.lead.${test.by}`)}>
      <p className="mb-3">
        {test.verdict === "winner"
          ? t("campaigns.test.winner", { letter, chance })
          : test.verdict === "running"
            ? t("campaigns.test.running")
            : test.variant === null
              ? t("campaigns.test.nobodyLeads")
              : t("campaigns.test.leads", { letter, chance })}
      </p>
      <ul className="flex flex-col gap-3">
        {test.rivals.map((rival) => (
          <li key={rival.variant} className="flex flex-col gap-1">
            <span className="flex flex-wrap items-baseline gap-x-2 text-list">
              <span className="font-medium">
                {t(`campaigns.letter.${letterAt(rival.variant)}`)}
              </span>
              <span className="min-w-0 flex-1 text-ink-2 wrap-anywhere">{nameOf(rival)}</span>
              {test.verdict === "winner" && rival.variant === test.variant ? (
                <NamedIcon icon={Trophy} name={t("campaigns.test.isWinner")} />
              ) : null}
              <span className="tabular-nums">
                {t("campaigns.test.rate", {
                  hits: count(rival.hits),
                  reached: count(rival.reached),
                  share: shareOf(rival.hits, rival.reached),
                })}
              </span>
            </span>
            <span aria-hidden="true" className="h-3 rounded-sm bg-surface-3">
              <span
                className="block h-full rounded-sm bg-blue"
                style={{ width: `${(rival.hits / Math.max(1, rival.reached) / best) * 100}%` }}
              />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
