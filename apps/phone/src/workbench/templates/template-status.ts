import {
  Archive,
  Ban,
  CircleCheck,
  CirclePause,
  CircleX,
  Clock,
  type LucideIcon,
  Scale,
} from "lucide-react";
import type { Tone } from "../parts/Chip.tsx";

type Sign = { readonly icon: LucideIcon; readonly tone: Tone };

const SIGNS: Readonly<Record<string, Sign>> = {
  PENDING: { icon: Clock, tone: "amber" },
  IN_APPEAL: { icon: Scale, tone: "amber" },
  APPROVED: { icon: CircleCheck, tone: "green" },
  REJECTED: { icon: CircleX, tone: "red" },
  PAUSED: { icon: CirclePause, tone: "amber" },
  DISABLED: { icon: Ban, tone: "red" },
  LIMIT_EXCEEDED: { icon: Ban, tone: "red" },
  ARCHIVED: { icon: Archive, tone: "plain" },
  PENDING_DELETION: { icon: Archive, tone: "plain" },
};

/** How a status is shown; one that is not known is shown plainly. */
export function signOf(status: string): Sign {
  return SIGNS[status] ?? { icon: Clock, tone: "plain" };
}

export function isWaiting(status: string): boolean {
  return status === "PENDING" || status === "IN_APPEAL";
}

type Sorted = { readonly status: string; readonly name: string; readonly language: string };

/** Those that wait for a decision first, then by name and language. */
export function inDeskOrder<T extends Sorted>(templates: readonly T[]): readonly T[] {
  return templates.toSorted(
    (a, b) =>
      Number(isWaiting(b.status)) - Number(isWaiting(a.status)) ||
      a.name.localeCompare(b.name) ||
      a.language.localeCompare(b.language),
  );
}
