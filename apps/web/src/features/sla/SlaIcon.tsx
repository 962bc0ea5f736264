import type { SlaLook } from "@galka/core/sla/sla-state";
import { AlarmClock, Timer, TimerOff } from "lucide-react";

const ICONS = { calm: Timer, soon: AlarmClock, late: TimerOff } as const;

/** Text and sign of each look; the shape differs, so that the color is not alone. */
export const SLA_TONE = {
  calm: "text-ink-2",
  soon: "font-medium text-amber",
  late: "font-medium text-red",
} as const;

type Props = { readonly is: SlaLook["is"]; readonly size: number };

/** A clock that runs, rings, or is over. */
export function SlaIcon({ is, size }: Props) {
  const Icon = ICONS[is];
  return <Icon size={size} aria-hidden="true" className="shrink-0" />;
}
