import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { Moment } from "../../../ui/marks/Moment.tsx";
import { Section } from "../../settings/Section.tsx";

/** The calls that a rule made to the outside, and what they are signed with. */
export function RuleCalls({ ruleId }: { readonly ruleId: string }) {
  const { t } = useTranslation();
  const api = useApi();
  const calls = useQuery({
    queryKey: ["rule-calls", ruleId],
    staleTime: 0,
    queryFn: async () => (await api("listRuleCalls", { params: { id: ruleId } })).items,
  });
  return (
    <Section title={t("automations.calls")} lead={t("automations.callsLead")}>
      <Secret ruleId={ruleId} />
      {calls.isError ? (
        <ErrorState error={calls.error} onRetry={() => void calls.refetch()} />
      ) : null}
      {calls.data?.length === 0 ? <p className="text-ink-2">{t("automations.noCalls")}</p> : null}
      <ul className="divide-y">
        {calls.data?.map((it) => (
          <li key={it.id} className="py-2">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <span className="font-medium">{t(`automations.call.${it.state}`)}</span>
              <span className="text-list text-ink-2">
                {t("automations.attempts", { count: it.attempts })}
              </span>
              <Moment at={it.createdAt} as="day" className="ml-auto text-list text-ink-2" />
            </p>
            <p className="text-list break-all text-ink-2">{it.url}</p>
            {it.problem === null ? null : (
              <p className="text-list break-words text-red">{it.problem}</p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Secret({ ruleId }: { readonly ruleId: string }) {
  const { t } = useTranslation();
  const api = useApi();
  const [shown, setShown] = useState(false);
  const secret = useQuery({
    queryKey: ["rule-secret", ruleId],
    enabled: shown,
    gcTime: 0,
    queryFn: async () => (await api("getRuleSecret", { params: { id: ruleId } })).secret,
  });
  if (!shown) return <Button onClick={() => setShown(true)}>{t("automations.showSecret")}</Button>;
  if (secret.isError) {
    return <ErrorState error={secret.error} onRetry={() => void secret.refetch()} />;
  }
  return <code className="block text-list break-all">{secret.data ?? ""}</code>;
}
