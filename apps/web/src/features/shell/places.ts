import type { MeJson } from "@galka/contract/json/workspace";
import {
  ChartColumn,
  HeartPulse,
  Coins,
  Hourglass,
  Inbox,
  LayoutTemplate,
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
    | "place.campaigns"
    | "place.templates"
    | "place.automations"
    | "place.statistics"
    | "place.health"
    | "place.prices"
    | "place.settings";
  readonly icon: LucideIcon;
  /** The letter after G. */
  readonly letter: "i" | "w" | "c" | "m" | "p" | "a" | "t" | "h" | "s" | "e";
  /** Not in the bar of a narrow screen, where another page leads to it. */
  readonly wideOnly?: true;
};

/** Where one can go. A place is here only when it has a page. */
const PLACES: readonly Place[] = [
  { to: "/inbox", name: "place.inbox", icon: Inbox, letter: "i" },
  {
    to: "/soonest",
    name: "place.soonest",
    icon: Hourglass,
    letter: "w",
    wideOnly: true,
  },
  { to: "/contacts", name: "place.contacts", icon: Users, letter: "c" },
  // On a narrow screen the audiences lead to it, and the palette.
  { to: "/campaigns", name: "place.campaigns", icon: Megaphone, letter: "m", wideOnly: true },
  {
    to: "/templates",
    name: "place.templates",
    icon: LayoutTemplate,
    letter: "p",
    wideOnly: true,
  },
  {
    to: "/automations",
    name: "place.automations",
    icon: Workflow,
    letter: "a",
  },
  {
    to: "/statistics",
    name: "place.statistics",
    icon: ChartColumn,
    letter: "t",
  },
  {
    to: "/number-health",
    name: "place.health",
    icon: HeartPulse,
    letter: "h",
    wideOnly: true,
  },
  { to: "/prices", name: "place.prices", icon: Coins, letter: "e", wideOnly: true },
  { to: "/settings", name: "place.settings", icon: Settings, letter: "s" },
];

/** The places that this member may enter. */
export function placesOf({ permissions }: Pick<MeJson, "permissions">): readonly Place[] {
  return PLACES.filter(({ to }) => mayOpen(permissions, to));
}
