import { useNavigate } from "@tanstack/react-router";
import { useShortcut } from "../shortcuts/use-shortcut.ts";
import { overlays } from "./overlays.ts";

/** The keys that lead somewhere from everywhere. */
export function usePlaceShortcuts(): void {
  const navigate = useNavigate();
  useShortcut("go-inbox", () => void navigate({ to: "/inbox" }));
  useShortcut("go-soonest", () => void navigate({ to: "/soonest", search: {} }));
  useShortcut("go-contacts", () => void navigate({ to: "/contacts" }));
  useShortcut("go-campaigns", () => void navigate({ to: "/campaigns", search: {} }));
  useShortcut("go-templates", () => void navigate({ to: "/templates", search: {} }));
  useShortcut("go-automations", () => void navigate({ to: "/automations", search: {} }));
  useShortcut("go-statistics", () => void navigate({ to: "/statistics", search: {} }));
  useShortcut("go-health", () => void navigate({ to: "/number-health", search: {} }));
  useShortcut("go-prices", () => void navigate({ to: "/prices", search: {} }));
  useShortcut("go-settings", () => void navigate({ to: "/settings" }));
  useShortcut("search", () => overlays.show("palette"));
  useShortcut("help", () => overlays.show("shortcuts"));
}
