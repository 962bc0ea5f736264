import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
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
