import type { ChannelJson } from "@galka/contract/json/workspace";
import { CircleCheck, CirclePause, CircleX } from "lucide-react";
import { useTranslation } from "react-i18next";

const LOOKS = {
  connected: { icon: CircleCheck, className: "text-green" },
  paused: { icon: CirclePause, className: "text-amber" },
  disconnected: { icon: CircleX, className: "text-red" },
} as const;

/** Whether a number works, as an icon and a word. */
export function ChannelStatus({ channel }: { readonly channel: ChannelJson }) {
  const { t } = useTranslation();
  const { icon: Icon, className } = LOOKS[channel.status];
  return (
    <span className={`inline-flex items-center gap-1.5 text-list font-medium ${className}`}>
      <Icon size={16} aria-hidden="true" />
      {t(`channel.status.${channel.status}`)}
    </span>
  );
}
