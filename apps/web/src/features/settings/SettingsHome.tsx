import { Navigate } from "@tanstack/react-router";
import { NARROW, useMedia } from "../../ui/use-media.ts";

/** Where there is room for two columns, the first of the settings is open already. */
export function SettingsHome() {
  const narrow = useMedia(NARROW);
  return narrow ? null : <Navigate to="/settings/profile" replace />;
}
