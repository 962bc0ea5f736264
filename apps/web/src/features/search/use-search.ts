import type { SearchAnswerJson } from "@galka/contract/json/search";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useApi } from "../../sync/SyncProvider.tsx";

const PAUSE_MS = 150;

/** What the server finds for `text`, asked when the typing pauses; what was found stays until more is. */
export function useSearch(text: string): {
  readonly answer: SearchAnswerJson | null;
  readonly searching: boolean;
  readonly error: unknown;
} {
  const api = useApi();
  const q = useDebounced(text.trim(), PAUSE_MS);
  const query = useQuery({
    queryKey: ["search", q],
    queryFn: ({ signal }) => api("search", { query: { q, limit: 12 } }, { signal }),
    enabled: q !== "",
    placeholderData: keepPreviousData,
  });
  return {
    answer: q === "" ? null : (query.data ?? null),
    searching: query.isFetching || q !== text.trim(),
    error: query.error,
  };
}

function useDebounced(value: string, ms: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
