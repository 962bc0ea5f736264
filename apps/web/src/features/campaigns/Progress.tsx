import type { FunnelJson } from "@galka/contract/json/campaigns/campaign";
import { useTranslation } from "react-i18next";
import { useFigures } from "./use-figures.ts";

/** How many of a campaign's people have had their turn. */
export function Progress({ funnel }: { readonly funnel: FunnelJson }) {
  const { t } = useTranslation();
  const { count } = useFigures();
  const done = funnel.planned - funnel.waiting;
  const most = Math.max(1, funnel.planned);
  const words = t("campaigns.progress", { done: count(done), total: count(funnel.planned) });
  return (
    <div className="flex items-center gap-3">
      <progress className="sr-only" aria-label={t("campaigns.howFar")} max={most} value={done} />
      <span
        aria-hidden="true"
        className="h-1.5 min-w-20 flex-1 overflow-hidden rounded-full bg-surface-3"
      >
        <span className="block h-full bg-blue" style={{ width: `${(done / most) * 100}%` }} />
      </span>
      <span className="min-w-24 text-right text-list whitespace-nowrap text-ink-2 tabular-nums">
        {words}
      </span>
    </div>
  );
}
