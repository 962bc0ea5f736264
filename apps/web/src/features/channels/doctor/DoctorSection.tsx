import { useQuery } from "@tanstack/react-query";
import { Stethoscope } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { Button } from "../../../ui/Button.tsx";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { Section } from "../../settings/Section.tsx";
import { DoctorChecks } from "./DoctorChecks.tsx";

/** The connection doctor of one number: tests everything live, now and whenever it is asked. */
export function DoctorSection({ channelId }: { readonly channelId: string }) {
  const { t } = useTranslation();
  const api = useApi();
  const query = useQuery({
    queryKey: ["doctor", channelId],
    queryFn: () => api("examineChannel", { params: { id: channelId } }),
    staleTime: 60_000,
  });
  return (
    <Section
      title={t("doctor.title")}
      lead={t("doctor.lead")}
      action={
        <Button
          busy={query.isFetching}
          icon={<Stethoscope size={16} aria-hidden="true" />}
          onClick={() => void query.refetch()}
        >
          {query.isFetching ? t("doctor.examining") : t("doctor.again")}
        </Button>
      }
    >
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <DoctorChecks
          channelId={channelId}
          checks={query.data?.checks ?? null}
          examining={query.isFetching}
        />
      )}
    </Section>
  );
}
