import type { FunnelJson } from "@galka/contract/json/campaigns/campaign";
import { useTranslation } from "react-i18next";
import { useFigures } from "./use-figures.ts";

/** How many of a campaign's people have had their turn. */
export function Progress({ funnel }: { readonly funnel: FunnelJson }) {
  const { t } = useTranslation();
  const { count } = useFigures();
  const done = funnel.planned - funnel.waiting;
  const words = t("campaigns.progress", { done: count(done), total: count(funnel.planned) });
  return (
    <div className="flex items-center gap-3">
      <progress
        className="h-1.5 min-w-20 flex-1 accent-blue"
        aria-label={t("campaigns.howFar")}
        aria-valuetext={words}
        max={Math.max(1, funnel.planned)}
        value={done}
      />
      <span className="text-list whitespace-nowrap text-ink-2 tabular-nums">{words}</span>
    </div>
  );
}
