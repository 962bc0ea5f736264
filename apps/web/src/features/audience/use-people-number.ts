import type { AudienceWishJson, PeopleNumberJson } from "@galka/contract/json/people/audience";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useApi } from "../../sync/SyncProvider.tsx";
import { useRested } from "../../api/use-rested.ts";

const PAUSE_MS = 250;

export type CountedPeople = {
  readonly number: PeopleNumberJson | null;
  /** What is shown is judged, and being counted. */
  readonly isCounting: boolean;
};

/**
 * How many people an audience has, while somebody is still choosing: first what
 * can be said at once, and if that was judged from a sample, then what is counted.
 */
export function usePeopleNumber(wish: AudienceWishJson): CountedPeople {
  const api = useApi();
  const asked = useRested(JSON.stringify(wish), PAUSE_MS);
  const body: AudienceWishJson = JSON.parse(asked);
  const quick = useQuery({
    queryKey: ["collection", "audience-counts", asked, "quick"],
    queryFn: ({ signal }) =>
      api("countAudience", { body: { wish: body, until: "quick" } }, { signal }),
    placeholderData: keepPreviousData,
  });
  const isJudged = quick.data?.number.exact === false && !quick.isPlaceholderData;
  const exact = useQuery({
    queryKey: ["collection", "audience-counts", asked, "exact"],
    queryFn: ({ signal }) =>
      api("countAudience", { body: { wish: body, until: "exact" } }, { signal }),
    enabled: isJudged,
  });
  const counted = isJudged ? (exact.data ?? quick.data) : quick.data;
  return { number: counted?.number ?? null, isCounting: isJudged && exact.isFetching };
}
