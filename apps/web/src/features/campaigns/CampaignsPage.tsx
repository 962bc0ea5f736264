import { campaignStateJson } from "@galka/contract/json/campaigns/campaign";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Megaphone, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Select } from "../../ui/controls/Select.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { campaignsQuery } from "./campaign-queries.ts";
import { CampaignLine } from "./CampaignLine.tsx";
import type { CampaignsSearch } from "./campaigns-search.ts";
import { useNewCampaign } from "./use-new-campaign.ts";

/** The team's campaigns, the newest first. */
export function CampaignsPage() {
  const { t } = useTranslation();
  const { hasChannel, busy, error, begin } = useNewCampaign();
  const mayManage = useMay()("campaigns.manage");
  const action = !mayManage ? null : hasChannel ? (
    <Button look="primary" busy={busy} icon={<Plus size={16} aria-hidden="true" />} onClick={begin}>
      {t("campaigns.new")}
    </Button>
  ) : (
    <Link to="/settings/channels/connect" className="link">
      {t("campaigns.connectFirst")}
    </Link>
  );
  return (
    <div className="h-full overflow-y-auto bg-desk">
      <div className="mx-auto flex min-h-full max-w-280 flex-col gap-4 px-4 py-6 narrow:px-8">
        <header className="flex flex-wrap items-start gap-3">
          <div className="min-w-60 flex-1">
            <h1 className="text-head font-semibold">{t("campaigns.title")}</h1>
            <p className="mt-1 text-ink-2">
              {t("campaigns.lead")}{" "}
              <Link to="/audience" search={{}} className="link">
                {t("campaigns.audiences")}
              </Link>
            </p>
          </div>
          {action}
        </header>
        {error === null ? null : (
          <Notice tone="bad" urgent>
            {error}
          </Notice>
        )}
        <Campaigns action={action} />
      </div>
    </div>
  );
}

const STATES = campaignStateJson.options;

function Campaigns({ action }: { readonly action: ReactNode }) {
  const { t } = useTranslation();
  const api = useApi();
  const navigate = useNavigate();
  const { state }: CampaignsSearch = useSearch({ from: "/signed-in/campaigns" });
  const query = useInfiniteQuery(campaignsQuery(api, state));
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (query.isPending) return <Skeleton rows={5} kind="rows" />;
  if (query.isError && rows.length === 0) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (rows.length === 0 && state === undefined) {
    return (
      <EmptyState
        icon={<Megaphone size={28} />}
        title={t("campaigns.empty.title")}
        text={t("campaigns.empty.text")}
        action={action}
      />
    );
  }
  return (
    <>
      <Select
        className="field w-auto max-w-full self-start"
        label={t("campaigns.shown")}
        options={[
          { value: "", name: t("campaigns.all") },
          ...STATES.map((value) => ({ value, name: t(`campaigns.state.${value}`) })),
        ]}
        value={state ?? ""}
        onChange={(chosen) =>
          void navigate({ to: "/campaigns", search: chosen === "" ? {} : { state: chosen } })
        }
      />
      {rows.length === 0 ? <p className="text-ink-2">{t("campaigns.noneLikeThis")}</p> : null}
      <ul className="flex flex-col divide-y rounded-bubble border bg-surface">
        {rows.map((campaign) => (
          <CampaignLine key={campaign.id} campaign={campaign} />
        ))}
      </ul>
      {query.hasNextPage ? (
        <Button
          className="self-center"
          busy={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t("campaigns.older")}
        </Button>
      ) : null}
    </>
  );
}
