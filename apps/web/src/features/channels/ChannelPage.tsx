import { Link, useParams } from "@tanstack/react-router";
import { HeartPulse } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/me.ts";
import { useMay } from "../../api/use-may.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { mayOpen } from "../access/page-needs.ts";
import { SettingsSheet } from "../settings/SettingsSheet.tsx";
import { PageNotFound } from "../shell/PageNotFound.tsx";
import { ChannelFacts } from "./ChannelFacts.tsx";
import { ChannelStatus } from "./ChannelStatus.tsx";
import { ChannelTemplates } from "./ChannelTemplates.tsx";
import { DoctorSection } from "./doctor/DoctorSection.tsx";
import { ManageChannel } from "./ManageChannel.tsx";
import { LinksSection } from "./profile/LinksSection.tsx";
import { ProfileSection } from "./profile/ProfileSection.tsx";
import { Receipts } from "./Receipts.tsx";

/** One number: whether it works, what came in, and what can be done with it. */
export function ChannelPage() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { channelId = "" } = useParams({ strict: false });
  const may = useMay();
  const { permissions } = useMe();
  const mayManage = may("channels.manage");
  const loading = useWorkspace((state) => state.seq) === null;
  const channel = useWorkspace((state) => state.channels.get(channelId));
  if (loading) return <Skeleton rows={4} kind="lines" />;
  if (!channel) return <PageNotFound />;

  return (
    <SettingsSheet
      title={channel.name}
      lead={
        <>
          <Link to="/settings/channels" className="link">
            {t("settings.channels")}
          </Link>{" "}
          · {channel.displayPhone} · {channel.verifiedName}
        </>
      }
      action={<ChannelStatus channel={channel} />}
    >
      {channel.statusReason ? <Notice tone="soon">{channel.statusReason[locale]}</Notice> : null}
      {channel.status === "disconnected" || !mayOpen(permissions, "/number-health") ? null : (
        <p>
          <Link
            to="/number-health/$channelId"
            params={{ channelId }}
            className="link inline-flex min-h-6 items-center gap-2"
          >
            <HeartPulse size={16} aria-hidden="true" />
            {t("place.health")}
          </Link>
        </p>
      )}
      {mayManage ? <DoctorSection channelId={channel.id} /> : null}
      {channel.status === "disconnected" || !may("conversations.read") ? null : (
        <>
          <ProfileSection channelId={channel.id} />
          <LinksSection channel={channel} />
        </>
      )}
      {mayManage || may("statistics.read") ? <Receipts channelId={channel.id} /> : null}
      {mayManage || may("conversations.read") || may("templates.manage") ? (
        <ChannelTemplates channelId={channel.id} />
      ) : null}
      <ChannelFacts channel={channel} />
      {mayManage ? <ManageChannel key={channel.id} channel={channel} /> : null}
    </SettingsSheet>
  );
}
