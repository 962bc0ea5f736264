import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useApi } from "../../sync/SyncProvider.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { campaignQuery } from "./campaign-queries.ts";
import type { CampaignSearch } from "./campaigns-search.ts";
import { CampaignEditor } from "./editor/CampaignEditor.tsx";
import { RunView } from "./run/RunView.tsx";

/** One campaign: its editor while it is a draft, what becomes of it once it was launched. */
export function CampaignPage() {
  const api = useApi();
  const { campaignId } = useParams({ from: "/signed-in/campaigns/$campaignId" });
  const search: CampaignSearch = useSearch({ from: "/signed-in/campaigns/$campaignId" });
  const query = useQuery(campaignQuery(api, campaignId));
  if (query.isPending) return <Skeleton rows={6} kind="lines" />;
  if (query.isError && !query.data) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  const campaign = query.data;
  return campaign.state === "draft" ? (
    <CampaignEditor key={campaign.id} campaign={campaign} step={search.step ?? "who"} />
  ) : (
    <RunView key={campaign.id} campaign={campaign} search={search} />
  );
}
