import { RotateCw, WifiOff } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/me.ts";
import { useLive, useOutbox } from "../../sync/SyncProvider.tsx";

/** A line that drops for a moment and comes back is not worth a word. */
const PATIENCE_MS = 1500;

/** A thin bar when the server is away, or has become newer than this page. */
export function ConnectionBar() {
  const { t } = useTranslation();
  const offline = useLive((live) => live.status === "offline" || live.startFailed);
  const version = useLive((live) => live.version);
  const waiting = useOutbox().filter((entry) => entry.state !== "refused").length;
  const long = useLasting(offline);
  const me = useMe();

  if (long) {
    return (
      <output className="flex items-center justify-center gap-2 bg-amber-soft px-4 py-1 text-list text-amber">
        <WifiOff size={16} aria-hidden="true" />
        <span>
          {t("state.offline")} {waiting > 0 ? t("state.offlineWaiting", { count: waiting }) : ""}
        </span>
      </output>
    );
  }
  if (version === null || version === me.version) return null;
  return (
    <output className="flex items-center justify-center gap-3 bg-blue-soft px-4 py-1 text-list">
      <span>{t("state.updated")}</span>
      <button
        type="button"
        className="link inline-flex min-h-6 items-center gap-1 font-medium"
        onClick={() => location.reload()}
      >
        <RotateCw size={14} aria-hidden="true" />
        {t("action.reload")}
      </button>
    </output>
  );
}

/** True once `now` has been true for a while. */
function useLasting(now: boolean): boolean {
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLasting(now), now ? PATIENCE_MS : 0);
    return () => clearTimeout(timer);
  }, [now]);
  return lasting && now;
}
