import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { healthSummariesQuery } from "./health-queries.ts";

/** A thin bar above every page while a number is in danger or held back, for those who keep it. */
export function HealthBar() {
  const { t } = useTranslation();
  const may = useMay();
  const enabled = may("campaigns.manage") || may("channels.manage");
  const { data } = useQuery({ ...healthSummariesQuery(useApi()), enabled });
  const worst = data?.find(({ held, severity }) => held !== "none" || severity === "critical");
  if (!worst) return null;
  const cause = worst.alarms.find(({ severity }) => severity === "critical") ?? worst.alarms[0];
  return (
    <output className="flex items-center justify-center gap-x-2 bg-red-soft px-4 py-1 text-list text-red">
      <CircleAlert size={16} aria-hidden="true" className="shrink-0" />
      <span className="min-w-0">
        <bdi className="font-medium">{worst.name}</bdi>: {t(`health.brake.${worst.held}.bar`)}
        {cause ? ` ${t(`health.check.${cause.check}.title`)}.` : ""}
      </span>
      <Link
        to="/number-health/$channelId"
        params={{ channelId: worst.channelId }}
        className="inline-flex min-h-6 shrink-0 items-center font-medium underline"
      >
        {t("health.open")}
      </Link>
    </output>
  );
}
