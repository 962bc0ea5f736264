import type { ChannelJson } from "@galka/contract/json/workspace";
import { Link } from "@tanstack/react-router";
import { MessageSquareShare, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Moment } from "../../ui/marks/Moment.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { SettingsSheet } from "../settings/SettingsSheet.tsx";
import { ChannelStatus } from "./ChannelStatus.tsx";

const CONNECT =
  "control inline-flex items-center gap-2 bg-blue px-3 font-medium text-on-blue hover:bg-blue-strong";

/** The connected numbers. */
export function ChannelsPage() {
  const { t } = useTranslation();
  const channels = useWorkspace((state) => state.channels);
  const all = [...(channels?.values() ?? [])].toSorted((a, b) => a.name.localeCompare(b.name));
  const connect = useMay()("channels.manage") ? (
    <Link to="/settings/channels/connect" className={CONNECT}>
      <Plus size={16} aria-hidden="true" />
      {t("channels.connect")}
    </Link>
  ) : null;

  return (
    <SettingsSheet
      title={t("settings.channels")}
      lead={t("channels.lead")}
      action={all.length > 0 ? connect : null}
    >
      {channels === null ? <Skeleton rows={2} kind="rows" /> : null}
      {channels !== null && all.length === 0 ? (
        <div className="rounded-bubble border bg-surface">
          <EmptyState
            icon={<MessageSquareShare size={28} />}
            title={t("channels.empty.title")}
            text={t("channels.empty.text")}
            action={connect}
          />
        </div>
      ) : null}
      <ul className="flex flex-col gap-3">
        {all.map((channel) => (
          <li key={channel.id}>
            <Row channel={channel} />
          </li>
        ))}
      </ul>
    </SettingsSheet>
  );
}

function Row({ channel }: { readonly channel: ChannelJson }) {
  const { t } = useTranslation();
  return (
    <Link
      to="/settings/channels/$channelId"
      params={{ channelId: channel.id }}
      className="flex flex-wrap items-center gap-x-6 gap-y-2 rounded-bubble border bg-surface p-4 hover:bg-surface-2"
    >
      <span className="min-w-50 flex-1">
        <span className="block font-semibold">{channel.name}</span>
        <span className="block text-list text-ink-2">
          {channel.displayPhone} · {channel.verifiedName}
        </span>
      </span>
      <span className="text-list text-ink-2">
        {channel.lastHeardAt ? (
          <>
            {t("channel.lastHeard")} <Moment at={channel.lastHeardAt} as="day" />
          </>
        ) : (
          t("channel.neverHeard")
        )}
      </span>
      <ChannelStatus channel={channel} />
    </Link>
  );
}
