import type { CampaignJson } from "@galka/contract/json/campaigns/campaign";
import { recipientStateJson } from "@galka/contract/json/campaigns/recipient";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { MessagesSquare } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Select } from "../../../ui/controls/Select.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { AnswersLink } from "../AnswersLink.tsx";
import { type PeopleWish, recipientsQuery } from "../campaign-queries.ts";
import { type CampaignSearch, MARKS } from "../campaigns-search.ts";
import { PeopleDownload } from "../PeopleDownload.tsx";
import { RecipientRows } from "./RecipientRows.tsx";
import { useProblemWords } from "./use-problem-words.ts";

type Props = { readonly campaign: CampaignJson; readonly search: CampaignSearch };

/** The people of a campaign with what became of each; those who answered are a queue for the team. */
export function PeopleTab({ campaign, search }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const { state, problem, mark } = search;
  const wish: PeopleWish = {
    ...(state ? { state } : {}),
    ...(problem === undefined ? {} : { problem }),
    ...(mark ? { mark } : {}),
  };
  const query = useInfiniteQuery(recipientsQuery(api, campaign.id, wish));
  const people = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const isQueue = search.tab === undefined;
  const onEnd = () => {
    if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {isQueue ? (
        <QueueHead campaign={campaign} />
      ) : (
        <PeopleFilter campaign={campaign} wish={wish} />
      )}
      {query.isPending ? <Skeleton rows={8} kind="rows" /> : null}
      {query.isError && people.length === 0 ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.isSuccess && people.length === 0 ? (
        <EmptyState
          icon={<MessagesSquare size={28} />}
          title={isQueue ? t("campaigns.replies.none") : t("campaigns.recipients.none")}
          text={isQueue ? t("campaigns.replies.noneText") : t("campaigns.recipients.noneText")}
        />
      ) : null}
      {people.length > 0 ? <RecipientRows people={people} onEnd={onEnd} /> : null}
    </div>
  );
}

/** The same people as conversations, where the team answers them. */
function QueueHead({ campaign }: Pick<Props, "campaign">) {
  return (
    <div className="px-4 py-3 narrow:px-8">
      <div className="mx-auto max-w-280">
        <AnswersLink campaign={campaign} />
      </div>
    </div>
  );
}

type FilterProps = { readonly campaign: CampaignJson; readonly wish: PeopleWish };

function PeopleFilter({ campaign, wish }: FilterProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const words = useProblemWords(campaign);
  const show = (next: PeopleWish) =>
    void navigate({
      to: "/campaigns/$campaignId",
      params: { campaignId: campaign.id },
      search: { tab: "people", ...next },
    });
  const options = [
    { value: "", name: t("campaigns.recipients.all") },
    ...recipientStateJson.options.map((value) => ({
      value,
      name: t(`campaigns.recipient.${value}`),
    })),
    ...MARKS.map((value) => ({ value, name: t(`campaigns.mark.${value}`) })),
  ];

  function choose(value: string): void {
    const state = recipientStateJson.safeParse(value);
    const mark = MARKS.find((it) => it === value);
    show(state.success ? { state: state.data } : mark ? { mark } : {});
  }

  return (
    <div className="px-4 py-3 narrow:px-8">
      <div className="mx-auto flex max-w-280 flex-wrap items-center gap-2">
        <Select
          label={t("campaigns.recipients.shown")}
          options={options}
          value={wish.state ?? wish.mark ?? ""}
          onChange={choose}
        />
        {wish.problem === undefined ? null : (
          <>
            <span className="min-w-0 text-list wrap-anywhere">{words(wish.problem)}</span>
            <Button look="quiet" onClick={() => choose(wish.state ?? "")}>
              {t("campaigns.recipients.allCauses")}
            </Button>
          </>
        )}
        <span className="ml-auto">
          <PeopleDownload campaignId={campaign.id} />
        </span>
      </div>
    </div>
  );
}
