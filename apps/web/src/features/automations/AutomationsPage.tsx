import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { SettingsSheet } from "../settings/SettingsSheet.tsx";
import type { AutomationsSearch } from "./automations-search.ts";
import { RuleEditor } from "./editor/RuleEditor.tsx";
import { RuleLog } from "./log/RuleLog.tsx";
import { RuleList } from "./RuleList.tsx";
import { rulesQuery } from "./rules-query.ts";
import { StartingPoints } from "./StartingPoints.tsx";
import { useStartingRule } from "./use-starting-rule.ts";

/** The team's automatic actions: their list, or the one that is written or looked into. */
export function AutomationsPage() {
  return (
    <div className="relative h-full overflow-y-auto bg-desk">
      <Rules />
    </div>
  );
}

function Rules() {
  const { t } = useTranslation();
  const api = useApi();
  const navigate = useNavigate();
  const { edit, log }: AutomationsSearch = useSearch({ from: "/signed-in/automations" });
  const rules = useQuery(rulesQuery(api));
  const startOf = useStartingRule();
  const back = () => void navigate({ to: "/automations", search: {} });

  if (rules.isPending) return <Skeleton rows={4} kind="lines" />;
  if (rules.isError) {
    return <ErrorState error={rules.error} onRetry={() => void rules.refetch()} />;
  }
  const written = rules.data.find(({ id }) => id === edit);
  const start = edit === undefined ? null : (written ?? startOf(edit));
  if (start) return <RuleEditor key={edit} id={written?.id ?? null} start={start} onDone={back} />;
  const looked = rules.data.find(({ id }) => id === log);
  if (looked) return <RuleLog key={looked.id} rule={looked} onDone={back} />;
  return (
    <SettingsSheet title={t("automations.title")} lead={t("automations.lead")}>
      <RuleList rules={rules.data} />
      <StartingPoints />
    </SettingsSheet>
  );
}
