import type { CampaignRowJson } from "@galka/contract/json/campaigns/campaign";
import {
  CalendarClock,
  CircleCheck,
  Hand,
  type LucideIcon,
  OctagonX,
  Pause,
  PencilLine,
  Play,
  UserCheck,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { classNames } from "../../ui/class-names.ts";

const LOOKS: Readonly<
  Record<CampaignRowJson["state"], { readonly icon: LucideIcon; readonly tone: string }>
> = {
  draft: { icon: PencilLine, tone: "bg-surface-3 text-ink-2" },
  approval: { icon: UserCheck, tone: "bg-amber-soft text-amber" },
  scheduled: { icon: CalendarClock, tone: "bg-blue-soft text-blue-ink" },
  running: { icon: Play, tone: "bg-blue-soft text-blue-ink" },
  paused: { icon: Pause, tone: "bg-amber-soft text-amber" },
  held: { icon: Hand, tone: "bg-amber-soft text-amber" },
  finished: { icon: CircleCheck, tone: "bg-green-soft text-green" },
  stopped: { icon: OctagonX, tone: "bg-red-soft text-red" },
};

/** The state of a campaign: a shape, a word, and what holds it. */
export function StateMark({ state, hold }: Pick<CampaignRowJson, "state" | "hold">) {
  const { t } = useTranslation();
  const { icon: Icon, tone } = LOOKS[state];
  return (
    <span
      data-state={state}
      className={classNames(
        "inline-flex items-center gap-1.5 rounded-full px-2 py-0.5 text-list font-medium whitespace-nowrap",
        tone,
      )}
    >
      <Icon size={14} aria-hidden="true" />
      {hold === null ? t(`campaigns.state.${state}`) : t(`campaigns.heldBy.${hold}`)}
    </span>
  );
}
