import { Link } from "@tanstack/react-router";
import { Ellipsis, Search } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../api/me.ts";
import { useWorkspace } from "../../../sync/SyncProvider.tsx";
import { overlays } from "../overlays.ts";
import { placesOf } from "../places.ts";

const ITEM =
  "relative flex h-14 min-w-0 flex-auto flex-col items-center justify-center gap-0.5 text-[11px]/[14px]";

/** The places at the bottom of a narrow screen, under the thumb. */
export function BottomBar() {
  const { t } = useTranslation();
  const me = useMe();
  const unread = useWorkspace((state) => state.unreadConversations) ?? 0;
  return (
    <nav
      aria-label={t("shell.places")}
      className="flex shrink-0 border-t bg-surface-2 pb-[env(safe-area-inset-bottom)]"
    >
      {placesOf(me)
        .filter(({ inBar }) => inBar)
        .map(({ to, name, icon: Icon }) => (
          <Link
            key={to}
            to={to}
            className={ITEM}
            activeProps={{ className: "text-blue-ink font-medium" }}
            inactiveProps={{ className: "text-ink-2" }}
          >
            <Icon size={20} aria-hidden="true" />
            {t(name)}
            {to === "/inbox" && unread > 0 ? (
              <span className="absolute top-1.5 left-1/2 ml-2 rounded-full bg-blue px-1.5 text-[11px] leading-4 font-semibold text-on-blue">
                <span aria-hidden="true">{unread > 99 ? "99+" : unread}</span>
                <span className="sr-only">{t("inbox.unreadCount", { count: unread })}</span>
              </span>
            ) : null}
          </Link>
        ))}
      <button
        type="button"
        className={`${ITEM} text-ink-2`}
        onClick={() => overlays.show("palette")}
      >
        <Search size={20} aria-hidden="true" />
        {t("search.short")}
      </button>
      <button
        type="button"
        aria-haspopup="dialog"
        className={`${ITEM} text-ink-2`}
        onClick={() => overlays.show("places")}
      >
        <Ellipsis size={20} aria-hidden="true" />
        {t("shell.more")}
      </button>
    </nav>
  );
}
