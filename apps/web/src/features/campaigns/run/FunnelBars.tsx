import type { FunnelJson } from "@galka/contract/json/campaigns/campaign";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { CampaignSearch } from "../campaigns-search.ts";
import { useFigures } from "../use-figures.ts";

type Props = { readonly campaignId: string; readonly funnel: FunnelJson };
type Measure = keyof FunnelJson;

const STEPS = ["planned", "sent", "delivered", "read", "tapped", "answered"] as const;
const LOST = ["waiting", "optedOut", "failed", "skipped", "unknown"] as const;

/** Whose people a figure opens; what has no list of its own opens none. */
const OPENS: Readonly<Partial<Record<Measure, CampaignSearch>>> = {
  planned: {},
  tapped: { mark: "tapped" },
  answered: { mark: "answered" },
  optedOut: { mark: "opted-out" },
  failed: { state: "failed" },
  skipped: { state: "skipped" },
  unknown: { state: "unknown" },
  waiting: { state: "planned" },
  read: { state: "read" },
};

/** The funnel as bars with counts and shares; each number leads to its people. */
export function FunnelBars({ campaignId, funnel }: Props) {
  const { t } = useTranslation();
  const { count, shareOf } = useFigures();
  const whole = Math.max(1, funnel.planned);
  const base = (step: (typeof STEPS)[number]) =>
    step === "planned" || step === "sent"
      ? funnel.planned
      : step === "delivered"
        ? funnel.sent
        : funnel.delivered;
  return (
    <div className="flex flex-col gap-4" data-funnel>
      <ol className="flex flex-col gap-2">
        {STEPS.map((step) => (
          <li key={step} className="grid grid-cols-[104px_minmax(0,1fr)_auto] items-center gap-3">
            <span className="text-list text-ink-2">{t(`campaigns.funnel.${step}`)}</span>
            <span aria-hidden="true" className="h-5 rounded-sm bg-surface-3">
              <span
                className="block h-full rounded-sm bg-blue"
                style={{ width: `${(funnel[step] / whole) * 100}%` }}
              />
            </span>
            <span className="flex min-w-24 items-center narrow:min-w-28 justify-end gap-2 tabular-nums">
              <Figure {...{ campaignId, of: step, text: count(funnel[step]) }} />
              <span className="w-12 text-right narrow:w-14 text-list text-ink-2">
                {step === "planned" ? "" : shareOf(funnel[step], base(step))}
              </span>
            </span>
          </li>
        ))}
      </ol>
      <dl className="flex flex-wrap gap-x-6 gap-y-1 border-t pt-3 text-list">
        {LOST.filter((it) => funnel[it] > 0).map((it) => (
          <div key={it} className="flex items-center gap-1.5">
            <dt className="text-ink-2">{t(`campaigns.funnel.${it}`)}</dt>
            <dd className="tabular-nums">
              <Figure {...{ campaignId, of: it, text: count(funnel[it]) }} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

type FigureProps = {
  readonly campaignId: string;
  readonly of: Measure;
  readonly text: string;
};

function Figure({ campaignId, of, text }: FigureProps) {
  const { t } = useTranslation();
  const opens = OPENS[of];
  if (opens === undefined) {
    return (
      <span className="inline-flex min-h-6 items-center font-medium" data-figure={of}>
        {text}
      </span>
    );
  }
  return (
    <Link
      to="/campaigns/$campaignId"
      params={{ campaignId }}
      search={{ tab: "people", ...opens }}
      className="link inline-flex min-h-6 items-center font-medium"
      data-figure={of}
      aria-label={t("campaigns.openPeople", { what: t(`campaigns.funnel.${of}`), text })}
    >
      {text}
    </Link>
  );
}
