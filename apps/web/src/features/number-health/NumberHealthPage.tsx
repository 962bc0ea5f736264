import type { NumberHealthJson } from "@galka/contract/json/numbers/health";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { RotateCw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Section } from "../settings/Section.tsx";
import { BrakePanel } from "./BrakePanel.tsx";
import { CheckLine } from "./CheckLine.tsx";
import { HealthHistory } from "./HealthHistory.tsx";
import { numberHealthQuery } from "./health-queries.ts";
import { NumberFigures } from "./NumberFigures.tsx";
import { NumberList } from "./NumberList.tsx";
import { SeverityMark } from "./SeverityMark.tsx";
import { TierGauge } from "./TierGauge.tsx";
import { Trends } from "./Trends.tsx";

/** How a number is: what is left today, each way of being blocked, what is done for it and how it came to be so. */
export function NumberHealthPage() {
  const { t } = useTranslation();
  const { channelId } = useParams({ strict: false });
  return (
    <div className="h-full overflow-y-auto bg-desk">
      <div className="mx-auto flex max-w-280 flex-col gap-6 px-4 py-6 narrow:px-8">
        <header>
          <h1 className="text-head font-semibold">{t("place.health")}</h1>
          <p className="mt-1 text-ink-2">{t("health.lead")}</p>
        </header>
        <NumberList chosen={channelId} />
        {channelId ? <OneNumber key={channelId} channelId={channelId} /> : null}
      </div>
    </div>
  );
}

function OneNumber({ channelId }: { readonly channelId: string }) {
  const { t } = useTranslation();
  const api = useApi();
  const queries = useQueryClient();
  const query = numberHealthQuery(api, channelId);
  const health = useQuery(query);
  const look = useMutation({
    mutationFn: () => api("lookAtNumberHealth", { params: { id: channelId }, body: {} }),
    onSuccess: (fresh) => queries.setQueryData(query.queryKey, fresh),
  });
  if (health.isPending) return <Skeleton rows={6} kind="lines" />;
  if (health.isError) {
    return <ErrorState error={health.error} onRetry={() => void health.refetch()} />;
  }
  const { data } = health;
  return (
    <>
      <Section
        title={`${data.name} · ${data.displayPhone}`}
        lead={
          <Link
            to="/settings/channels/$channelId"
            params={{ channelId }}
            className="link inline-flex min-h-6 items-center"
          >
            {t("health.toSettings")}
          </Link>
        }
        action={
          <Button
            icon={<RotateCw size={16} aria-hidden="true" />}
            busy={look.isPending}
            onClick={() => look.mutate()}
          >
            {t("health.look")}
          </Button>
        }
      >
        <div className="grid grid-cols-1 items-center gap-6 min-[760px]:grid-cols-[auto_1fr]">
          <div>
            <TierGauge tier={data.tier} />
            <Causes health={data} />
          </div>
          <div>
            <NumberFigures health={data} />
          </div>
        </div>
      </Section>
      <BrakePanel health={data} />
      <Checks health={data} />
      <Trends days={data.days} />
      <HealthHistory channelId={channelId} />
    </>
  );
}

/** What stands against the number at the moment, beside its gauge. */
function Causes({ health }: { readonly health: NumberHealthJson }) {
  const { t } = useTranslation();
  const causes = bad(health);
  if (causes.length === 0) {
    return (
      <p className="mt-3 text-center text-list font-medium text-green">{t("health.allWell")}</p>
    );
  }
  return (
    <ul className="mt-3 flex flex-col gap-1" aria-label={t("health.causes")}>
      {causes.map(({ check, severity }) => (
        <li key={check} className="flex items-baseline gap-2 text-list">
          <span className="flex-1">{t(`health.check.${check}.title`)}</span>
          <SeverityMark severity={severity} />
        </li>
      ))}
    </ul>
  );
}

function bad({ findings }: NumberHealthJson) {
  return findings.filter(({ severity }) => severity === "warning" || severity === "critical");
}

const ORDER = { critical: 0, warning: 1, notice: 2, ok: 3 } as const;

function Checks({ health }: { readonly health: NumberHealthJson }) {
  const { t } = useTranslation();
  const ordered = health.findings.toSorted(
    (one, other) => ORDER[one.severity] - ORDER[other.severity],
  );
  return (
    <Section title={t("health.checks.title")} lead={t("health.checks.lead")}>
      <ul className="flex flex-col divide-y">
        {ordered.map((finding) => (
          <CheckLine key={finding.check} finding={finding} />
        ))}
      </ul>
    </Section>
  );
}
