import type { RuleJson } from "@galka/contract/json/rule";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { Choices } from "../../settings/Choices.tsx";
import { Section } from "../../settings/Section.tsx";
import { SettingsSheet } from "../../settings/SettingsSheet.tsx";
import { FiringLine } from "./FiringLine.tsx";
import { RuleCalls } from "./RuleCalls.tsx";

const OUTCOMES = ["all", "fired", "held", "failed"] as const;
type Outcome = (typeof OUTCOMES)[number];

type Props = { readonly rule: RuleJson; readonly onDone: () => void };

/** What one rule did, and why it did not. */
export function RuleLog({ rule, onDone }: Props) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<Outcome>("all");
  const firings = useFirings(rule.id, outcome);
  const items = firings.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <SettingsSheet
      title={rule.name}
      lead={t("automations.logLead")}
      action={
        <Button look="quiet" onClick={onDone}>
          {t("action.back")}
        </Button>
      }
    >
      <Choices
        label={t("automations.outcomeLabel")}
        options={OUTCOMES.map((value) => ({ value, name: t(`automations.outcome.${value}`) }))}
        value={outcome}
        onChoose={setOutcome}
      />
      <Section title={t("automations.log")}>
        {firings.isPending ? <Skeleton rows={4} kind="lines" /> : null}
        {firings.isError ? (
          <ErrorState error={firings.error} onRetry={() => void firings.refetch()} />
        ) : null}
        {firings.isSuccess && items.length === 0 ? (
          <p className="text-ink-2">{t("automations.logEmpty")}</p>
        ) : null}
        <ul className="divide-y">
          {items.map((firing) => (
            <FiringLine key={firing.id} firing={firing} />
          ))}
        </ul>
        {firings.hasNextPage ? (
          <Button
            className="mt-3"
            busy={firings.isFetchingNextPage}
            onClick={() => void firings.fetchNextPage()}
          >
            {t("audit.older")}
          </Button>
        ) : null}
      </Section>
      {rule.actions.some(({ kind }) => kind === "webhook") ? <RuleCalls ruleId={rule.id} /> : null}
    </SettingsSheet>
  );
}

function useFirings(ruleId: string, outcome: Outcome) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: ["rule-firings", ruleId, outcome],
    initialPageParam: "",
    staleTime: 0,
    queryFn: ({ pageParam }) =>
      api("listRuleFirings", {
        query: {
          ruleId,
          ...(outcome === "all" ? {} : { outcome }),
          ...(pageParam === "" ? {} : { cursor: pageParam }),
        },
      }),
    getNextPageParam: ({ next }) => next,
  });
}
