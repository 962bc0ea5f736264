import type { MeJson } from "@galka/contract/json/workspace";
import {
  ChartColumn,
  HeartPulse,
  Coins,
  Hourglass,
  Inbox,
  LayoutTemplate,
  ListFilter,
  type LucideIcon,
  Megaphone,
  Settings,
  Users,
  Workflow,
} from "lucide-react";
import { mayOpen } from "../access/page-needs.ts";

export type Place = {
  readonly to:
    | "/inbox"
    | "/soonest"
    | "/contacts"
    | "/audience"
    | "/campaigns"
    | "/templates"
    | "/automations"
    | "/statistics"
    | "/number-health"
    | "/prices"
    | "/settings";
  readonly name:
    | "place.inbox"
    | "place.soonest"
    | "place.contacts"
    | "place.audience"
    | "place.campaigns"
    | "place.templates"
    | "place.automations"
    | "place.statistics"
    | "place.health"
    | "place.prices"
    | "place.settings";
  readonly icon: LucideIcon;
  /** The letter after G; without one another page leads to it on a wide screen, and it is not in the rail. */
  readonly letter?: "i" | "w" | "c" | "m" | "p" | "a" | "t" | "h" | "s" | "e";
  /** In the bar of a narrow screen, where the others are under "More". */
  readonly inBar?: true;
};

/** Where one can go. A place is here only when it has a page. */
const PLACES: readonly Place[] = [
  { to: "/inbox", name: "place.inbox", icon: Inbox, letter: "i", inBar: true },
  { to: "/soonest", name: "place.soonest", icon: Hourglass, letter: "w" },
  { to: "/contacts", name: "place.contacts", icon: Users, letter: "c", inBar: true },
  { to: "/audience", name: "place.audience", icon: ListFilter },
  { to: "/campaigns", name: "place.campaigns", icon: Megaphone, letter: "m", inBar: true },
  { to: "/templates", name: "place.templates", icon: LayoutTemplate, letter: "p" },
  { to: "/automations", name: "place.automations", icon: Workflow, letter: "a" },
  { to: "/statistics", name: "place.statistics", icon: ChartColumn, letter: "t" },
  { to: "/number-health", name: "place.health", icon: HeartPulse, letter: "h" },
  { to: "/prices", name: "place.prices", icon: Coins, letter: "e" },
  { to: "/settings", name: "place.settings", icon: Settings, letter: "s" },
];

/** The places that this member may enter. */
export function placesOf({ permissions }: Pick<MeJson, "permissions">): readonly Place[] {
  return PLACES.filter(({ to }) => mayOpen(permissions, to));
}
