import { Plane, Signal, Wifi } from "lucide-react";
import { useTranslation } from "react-i18next";
import { clockTime } from "../text/time.ts";
import { useNow } from "../ui/use-now.ts";

/** The line at the top of a phone: the emulator's time, and whether there is a network. */
export function StatusBar({ online }: { readonly online: boolean }) {
  const { t, i18n } = useTranslation();
  const now = useNow(5_000);
  return (
    <div className="flex h-8 flex-none max-sm:hidden items-center justify-between px-5 pt-1 text-meta font-medium text-ink-2">
      <time dateTime={new Date(now).toISOString()}>{clockTime(now, i18n.language)}</time>
      <span className="flex items-center gap-1.5">
        {online ? (
          <>
            <Signal size={14} aria-hidden />
            <Wifi size={14} aria-hidden />
          </>
        ) : (
          <Plane size={14} aria-hidden />
        )}
        <span className="sr-only">{online ? t("phone.online") : t("phone.offline")}</span>
      </span>
    </div>
  );
}
