import type { SlaPolicyDraftJson, SlaPolicyJson } from "@galka/contract/json/sla";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { toasts } from "../../ui/toasts.ts";
import { moved } from "../automations/rule-order.ts";
import { Section } from "../settings/Section.tsx";
import { SettingsSheet } from "../settings/SettingsSheet.tsx";
import { FIRST_POLICY } from "./sla-draft.ts";
import { slaPoliciesQuery } from "./sla-queries.ts";
import { SlaPolicyForm } from "./SlaPolicyForm.tsx";
import { SlaPolicyLine } from "./SlaPolicyLine.tsx";

type Edited = { readonly id: string | null; readonly policy: SlaPolicyDraftJson };

/** What the team sets itself as targets: how soon contacts are answered and cases closed. */
export function SlaPage() {
  const { t } = useTranslation();
  const policies = useQuery(slaPoliciesQuery(useApi()));
  const [edited, setEdited] = useState<Edited | null>(null);
  const add = (
    <Button look="primary" onClick={() => setEdited({ id: null, policy: FIRST_POLICY })}>
      <Plus size={16} aria-hidden="true" />
      {t("sla.add")}
    </Button>
  );
  return (
    <SettingsSheet title={t("sla.pageTitle")} lead={t("sla.lead")} action={add}>
      <Section title={t("sla.policies")} lead={t("sla.policiesLead")}>
        {policies.isError ? (
          <ErrorState error={policies.error} onRetry={() => void policies.refetch()} />
        ) : policies.data ? (
          <Policies
            policies={policies.data}
            onEdit={({ id, ...policy }) => setEdited({ id, policy })}
          />
        ) : (
          <Skeleton rows={2} kind="lines" />
        )}
      </Section>
      <Section title={t("sla.how")}>
        <ul className="flex list-disc flex-col gap-1 pl-5 text-ink-2">
          <li>{t("sla.howAnswer")}</li>
          <li>{t("sla.howResolution")}</li>
          <li>{t("sla.howBroken")}</li>
        </ul>
      </Section>
      {edited ? (
        <SlaPolicyForm id={edited.id} policy={edited.policy} onClose={() => setEdited(null)} />
      ) : null}
    </SettingsSheet>
  );
}

type PoliciesProps = {
  readonly policies: readonly SlaPolicyJson[];
  readonly onEdit: (policy: SlaPolicyJson) => void;
};

function Policies({ policies, onEdit }: PoliciesProps) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const words = useErrorWords();

  async function move(from: number, to: number): Promise<void> {
    const ids = moved(
      policies.map(({ id }) => id),
      from,
      to,
    );
    await api("orderSlaPolicies", { body: { ids } }).catch((error: unknown) =>
      toasts.add({ title: words(error) }),
    );
    await queryClient.invalidateQueries({ queryKey: ["collection", "sla"] });
  }

  if (policies.length === 0) return <p className="text-ink-2">{t("sla.none")}</p>;
  return (
    <ol className="divide-y">
      {policies.map((policy, at) => (
        <SlaPolicyLine
          key={policy.id}
          policy={policy}
          onEdit={() => onEdit(policy)}
          onUp={at === 0 ? null : () => void move(at, at - 1)}
          onDown={at === policies.length - 1 ? null : () => void move(at, at + 1)}
        />
      ))}
    </ol>
  );
}
