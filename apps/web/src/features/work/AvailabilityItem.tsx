import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { UserCheck, UserX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/me.ts";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { toasts } from "../../ui/toasts.ts";
import { desksQuery } from "./desks-query.ts";

type Props = {
  readonly className: string;
  /** Whether it is in sight: everybody's desks are much to fetch for one line in a closed menu. */
  readonly shown: boolean;
};

/** Says whether the member is there, and lets them say otherwise: who is away is given nothing. */
export function AvailabilityItem({ className, shown }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const words = useErrorWords();
  const queryClient = useQueryClient();
  const { member } = useMe();
  const query = desksQuery(api);
  const { data } = useQuery({ ...query, enabled: shown });
  const own = data?.find(({ memberId }) => memberId === member.id);
  const away = own?.availability === "away";
  const change = useMutation({
    mutationFn: () => api("setAvailability", { body: { availability: away ? "online" : "away" } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: query.queryKey }),
    onError: (error) => toasts.add({ title: words(error) }),
  });
  const Icon = away ? UserCheck : UserX;
  return (
    <button
      type="button"
      className={className}
      disabled={!own || change.isPending}
      onClick={() => change.mutate()}
    >
      <Icon size={16} aria-hidden="true" />
      {away ? t("work.online") : t("work.away")}
    </button>
  );
}
