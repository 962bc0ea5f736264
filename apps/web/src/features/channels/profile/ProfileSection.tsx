import type { ShownProfileJson } from "@galka/contract/json/profile";
import { useQuery } from "@tanstack/react-query";
import { BadgeCheck, Clock3, ShieldCheck, Store, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../../api/use-may.ts";
import { useApi } from "../../../sync/SyncProvider.tsx";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Section } from "../../settings/Section.tsx";
import { ProfileForm } from "./ProfileForm.tsx";
import { ProfilePicture } from "./ProfilePicture.tsx";
import { profileQuery } from "./profile-query.ts";

/** What people see of the business when they open the chat's head, changed where it lives. */
export function ProfileSection({ channelId }: { readonly channelId: string }) {
  const { t } = useTranslation();
  const api = useApi();
  const mayChange = useMay()("channels.manage");
  const query = useQuery(profileQuery(api, channelId));
  return (
    <Section title={t("profile.title")} lead={t("profile.lead")}>
      {query.isPending ? <Skeleton rows={4} kind="lines" /> : null}
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.isSuccess ? (
        <fieldset disabled={!mayChange} className="flex flex-col gap-5">
          {mayChange ? null : (
            <Notice tone="info">
              {t("team.notAllowed", { what: t("permission.channels.manage") })}
            </Notice>
          )}
          <div className="flex flex-wrap items-center gap-4">
            <ProfilePicture channelId={channelId} url={query.data.pictureUrl} />
            <Standing standing={query.data.standing} />
          </div>
          <ProfileForm
            key={query.dataUpdatedAt}
            channelId={channelId}
            profile={query.data.profile}
          />
        </fieldset>
      ) : null}
    </Section>
  );
}

const KIND_ICON = { business: Store, verified: ShieldCheck, official: BadgeCheck } as const;

/** What Meta says of the number: nothing of it can be changed here. */
function Standing({ standing }: { readonly standing: ShownProfileJson["standing"] }) {
  const { t } = useTranslation();
  const Kind = KIND_ICON[standing.kind];
  const Name = standing.nameStatus === "pending" ? Clock3 : TriangleAlert;
  return (
    <dl className="min-w-60 flex-1">
      <dt className="sr-only">{t("profile.name")}</dt>
      <dd className="text-[15px]/[20px] font-semibold" dir="auto">
        {standing.verifiedName}
      </dd>
      <dt className="sr-only">{t("profile.kind")}</dt>
      <dd className="mt-1 flex items-center gap-1.5 text-list">
        <Kind
          size={16}
          aria-hidden="true"
          className={standing.kind === "business" ? "text-ink-3" : "text-blue"}
        />
        {t(`profile.kindOf.${standing.kind}`)}
      </dd>
      {standing.nameStatus === "approved" ? null : (
        <dd className="mt-1 flex items-center gap-1.5 text-list text-amber">
          <Name size={16} aria-hidden="true" />
          {t(`profile.nameStatus.${standing.nameStatus}`)}
        </dd>
      )}
      {standing.isOnApp ? (
        <dd className="mt-1 text-list text-ink-2">{t("profile.onApp")}</dd>
      ) : null}
    </dl>
  );
}
