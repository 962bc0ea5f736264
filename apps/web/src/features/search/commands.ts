import { mayOpen } from "../access/page-needs.ts";
import type { Overlay } from "../shell/overlays.ts";

/** Something the palette can do or a page it can go to. Its name is in the catalogue. */
export type Command = {
  readonly id:
    | "inbox"
    | "unread"
    | "soonest"
    | "contacts"
    | "audience"
    | "lists"
    | "audience-file"
    | "campaigns"
    | "templates"
    | "automations"
    | "statistics"
    | "prices"
    | "campaign-settings"
    | "search"
    | "write-first"
    | "scheduled"
    | "number-health"
    | "settings"
    | "profile"
    | "channels"
    | "connect"
    | "delivery"
    | "imports"
    | "quick-replies"
    | "about"
    | "shortcuts"
    | "theme";
  readonly keys?: string;
  readonly go?: { readonly to: string; readonly search?: Readonly<Record<string, string>> };
  readonly show?: Overlay;
};

/** Whether somebody with these permissions can do it. */
export function mayRun(permissions: readonly string[], { go, show }: Command): boolean {
  const writes = show === "new-conversation";
  if (writes && !permissions.includes("conversations.reply")) return false;
  return go === undefined || mayOpen(permissions, go.to);
}

export const COMMANDS: readonly Command[] = [
  { id: "inbox", keys: "G I", go: { to: "/inbox" } },
  { id: "unread", go: { to: "/inbox", search: { filter: "unread" } } },
  { id: "write-first", go: { to: "/inbox" }, show: "new-conversation" },
  { id: "soonest", keys: "G W", go: { to: "/soonest" } },
  { id: "contacts", keys: "G C", go: { to: "/contacts" } },
  { id: "audience", go: { to: "/audience" } },
  { id: "lists", go: { to: "/audience", search: { show: "lists" } } },
  { id: "audience-file", go: { to: "/audience", search: { show: "files" } } },
  { id: "campaigns", keys: "G M", go: { to: "/campaigns" } },
  { id: "templates", keys: "G P", go: { to: "/templates" } },
  { id: "automations", keys: "G A", go: { to: "/automations" } },
  { id: "statistics", keys: "G T", go: { to: "/statistics" } },
  { id: "prices", keys: "G E", go: { to: "/prices" } },
  { id: "search", go: { to: "/search" } },
  { id: "scheduled", go: { to: "/scheduled" } },
  { id: "number-health", keys: "G H", go: { to: "/number-health" } },
  { id: "settings", keys: "G S", go: { to: "/settings" } },
  { id: "profile", go: { to: "/settings/profile" } },
  { id: "channels", go: { to: "/settings/channels" } },
  { id: "connect", go: { to: "/settings/channels/connect" } },
  { id: "delivery", go: { to: "/settings/delivery" } },
  { id: "imports", go: { to: "/settings/imports" } },
  { id: "campaign-settings", go: { to: "/settings/campaigns" } },
  { id: "quick-replies", go: { to: "/settings/quick-replies" } },
  { id: "about", go: { to: "/settings/about" } },
  { id: "shortcuts", keys: "?", show: "shortcuts" },
  { id: "theme" },
];
