import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDeed } from "../../api/use-deed.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { toasts } from "../../ui/toasts.ts";
import { Section } from "../settings/Section.tsx";
import { SettingsSheet } from "../settings/SettingsSheet.tsx";
import { campaignSettingsQuery } from "./campaign-queries.ts";
import { Checkbox } from "../../ui/controls/Checkbox.tsx";

/** Above which size a second person has to agree to a campaign. */
export function CampaignSettingsPage() {
  const { t } = useTranslation();
  const query = useQuery(campaignSettingsQuery(useApi()));
  if (query.isPending) return <Skeleton rows={2} kind="lines" />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const { approvalAbove } = query.data;
  return (
    <SettingsSheet title={t("settings.campaigns")} lead={t("campaigns.settings.lead")}>
      <Section title={t("campaigns.settings.approval")} lead={t("campaigns.settings.approvalLead")}>
        <Approval key={String(approvalAbove)} before={approvalAbove} />
      </Section>
    </SettingsSheet>
  );
}

const USUAL_SIZE = 1000;

function Approval({ before }: { readonly before: number | null }) {
  const { t } = useTranslation();
  const api = useApi();
  const queryClient = useQueryClient();
  const { busy, error, run } = useDeed();
  const [asks, setAsks] = useState(before !== null);
  const [above, setAbove] = useState(String(before ?? USUAL_SIZE));
  const size = Math.max(0, Math.round(Number(above) || 0));

  function save(event: SubmitEvent): void {
    event.preventDefault();
    void run(async () => {
      await api("setCampaignSettings", { body: { approvalAbove: asks ? size : null } });
      await queryClient.invalidateQueries(campaignSettingsQuery(api));
      toasts.add({ title: t("campaigns.settings.saved") });
    });
  }

  return (
    <form className="flex flex-col gap-3" onSubmit={save}>
      <Checkbox label={t("campaigns.settings.asks")} checked={asks} onChange={setAsks} />
      {asks ? (
        <Field label={t("campaigns.settings.above")} hint={t("campaigns.settings.aboveHint")}>
          {(tied) => (
            <input
              {...tied}
              type="number"
              className="field max-w-40"
              min={0}
              max={100_000_000}
              value={above}
              onChange={({ target }) => setAbove(target.value)}
            />
          )}
        </Field>
      ) : null}
      {error === null ? null : (
        <Notice tone="bad" urgent>
          {error}
        </Notice>
      )}
      <Button type="submit" look="primary" className="self-start" busy={busy}>
        {t("action.save")}
      </Button>
    </form>
  );
}
