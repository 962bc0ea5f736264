import { Inbox, type LucideIcon, Settings, Users } from "lucide-react";

export type Place = {
  readonly to: "/inbox" | "/contacts" | "/settings";
  readonly name: "place.inbox" | "place.contacts" | "place.settings";
  readonly icon: LucideIcon;
  /** The letter after G. */
  readonly letter: "i" | "c" | "s";
};

/** Where one can go. A place is here only when it has a page. */
export const PLACES: readonly Place[] = [
  { to: "/inbox", name: "place.inbox", icon: Inbox, letter: "i" },
  { to: "/contacts", name: "place.contacts", icon: Users, letter: "c" },
  { to: "/settings", name: "place.settings", icon: Settings, letter: "s" },
];
