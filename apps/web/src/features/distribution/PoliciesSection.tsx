import type { DistributionPolicyJson } from "@galka/contract/json/distribution";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import { useApi, useWorkspace } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { useTeamNames } from "../library/use-team-names.ts";
import { Section } from "../settings/Section.tsx";
import { policiesQuery } from "./distribution-queries.ts";
import { PolicyForm, type PolicyOwner } from "./PolicyForm.tsx";

/** By which rules conversations are given: everywhere, and where a number or a team has its own. */
export function PoliciesSection() {
  const { t } = useTranslation();
  const policies = useQuery(policiesQuery(useApi()));
  const teams = useTeamNames();
  const channels = useWorkspace((state) => state.channels);
  const [edited, setEdited] = useState<PolicyOwner | null>(null);
  const owners: readonly PolicyOwner[] = [
    { of: "everywhere", ownerId: null, name: t("distribution.everywhere") },
    ...[...(channels?.values() ?? [])].map(({ id, name }) => ({
      of: "channel" as const,
      ownerId: id,
      name,
    })),
    ...teams.map(({ id, name }) => ({ of: "team" as const, ownerId: id, name })),
  ];
  const policyOf = ({ of, ownerId }: PolicyOwner) =>
    policies.data?.find((it) => it.of === of && it.ownerId === ownerId)?.policy ?? null;
  return (
    <Section title={t("distribution.policies")} lead={t("distribution.policiesLead")}>
      {policies.isError ? (
        <ErrorState error={policies.error} onRetry={() => void policies.refetch()} />
      ) : policies.data ? (
        <ul className="divide-y">
          {owners.map((owner) => (
            <PolicyLine
              key={owner.ownerId ?? owner.of}
              owner={owner}
              policy={policyOf(owner)}
              onEdit={() => setEdited(owner)}
            />
          ))}
        </ul>
      ) : (
        <Skeleton rows={2} kind="lines" />
      )}
      {edited ? (
        <PolicyForm owner={edited} policy={policyOf(edited)} onClose={() => setEdited(null)} />
      ) : null}
    </Section>
  );
}

type LineProps = {
  readonly owner: PolicyOwner;
  readonly policy: DistributionPolicyJson | null;
  readonly onEdit: () => void;
};

function PolicyLine({ owner: { of, name }, policy, onEdit }: LineProps) {
  const { t } = useTranslation();
  const mayChange = useMay()("settings.manage");
  const said = policy
    ? [
        t(`distribution.method.${policy.method}`),
        policy.method === "manual" ? null : t(`distribution.order.${policy.order}`),
        policy.takeOverMinutes === null
          ? null
          : t("distribution.takesOver", { count: policy.takeOverMinutes }),
      ]
    : [t(`distribution.none.${of}`)];
  return (
    <li className="flex flex-wrap items-center gap-3 py-2">
      <div className="min-w-40 flex-1">
        <p className="font-medium break-words">
          <bdi>{name}</bdi>
          {of === "everywhere" ? null : (
            <span className="ml-2 text-list font-normal text-ink-3">
              {t(`distribution.kind.${of}`)}
            </span>
          )}
        </p>
        <p className="text-list text-ink-2">{said.filter((it) => it !== null).join(" · ")}</p>
      </div>
      {mayChange ? (
        <Button
          aria-label={t(policy ? "distribution.changeOf" : "distribution.setOf", { name })}
          onClick={onEdit}
        >
          {t(policy ? "distribution.change" : "distribution.set")}
        </Button>
      ) : null}
    </li>
  );
}
