import type { MeJson } from "@galka/contract/json/workspace";
import { ChartColumn, Inbox, type LucideIcon, Settings, Users, Workflow } from "lucide-react";

export type Place = {
  readonly to: "/inbox" | "/contacts" | "/automations" | "/statistics" | "/settings";
  readonly name:
    | "place.inbox"
    | "place.contacts"
    | "place.automations"
    | "place.statistics"
    | "place.settings";
  readonly icon: LucideIcon;
  /** The letter after G. */
  readonly letter: "i" | "c" | "a" | "t" | "s";
  /** Shown only to those who may. */
  readonly needs?: MeJson["permissions"][number];
};

/** Where one can go. A place is here only when it has a page. */
const PLACES: readonly Place[] = [
  { to: "/inbox", name: "place.inbox", icon: Inbox, letter: "i" },
  { to: "/contacts", name: "place.contacts", icon: Users, letter: "c" },
  {
    to: "/automations",
    name: "place.automations",
    icon: Workflow,
    letter: "a",
    needs: "automations.manage",
  },
  {
    to: "/statistics",
    name: "place.statistics",
    icon: ChartColumn,
    letter: "t",
    needs: "statistics.read",
  },
  { to: "/settings", name: "place.settings", icon: Settings, letter: "s" },
];

/** The places that this member may enter. */
export function placesOf({ permissions }: Pick<MeJson, "permissions">): readonly Place[] {
  return PLACES.filter(({ needs }) => needs === undefined || permissions.includes(needs));
}
