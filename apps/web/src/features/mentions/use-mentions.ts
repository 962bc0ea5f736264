import { useQuery } from "@tanstack/react-query";
import { useMe } from "../../api/me.ts";
import { useApi } from "../../sync/SyncProvider.tsx";

const SHOWN = 50;

/** The notes in which the signed-in member is named, the latest first. */
export function useMentions() {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ["collection", "mentions"],
    queryFn: () => api("listMentions", { query: { limit: SHOWN } }),
  });
  return { items: data?.items ?? [], unreadCount: data?.unreadCount ?? 0 };
}

/** The member's own messages that could not be sent when their time had come. */
export function useFailedOwn() {
  const api = useApi();
  const { member } = useMe();
  const { data } = useQuery({
    queryKey: ["collection", "scheduled-messages"],
    queryFn: () => api("listScheduled", { query: {} }),
  });
  return (data?.items ?? []).filter(
    (it) => it.state === "failed" && it.authorMemberId === member.id,
  );
}
