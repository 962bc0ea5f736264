import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/me.ts";
import { classNames } from "../../ui/class-names.ts";
import { NARROW, useMedia } from "../../ui/use-media.ts";
import { PageGate } from "../access/PageGate.tsx";
import { mayOpen } from "../access/page-needs.ts";
import { PAGES } from "./settings-pages.ts";

/** The settings: their list beside the one that is open; on a narrow screen one of them. */
export function SettingsPage() {
  const { t } = useTranslation();
  const narrow = useMedia(NARROW);
  const { permissions } = useMe();
  const inside = useLocation().pathname !== "/settings";
  return (
    <div className="flex h-full min-h-0">
      {narrow && inside ? null : (
        <nav
          aria-label={t("place.settings")}
          className="flex w-full shrink-0 flex-col gap-1 bg-surface p-3 narrow:w-60 narrow:border-r"
        >
          <p className="mb-2 px-2 text-title font-semibold">{t("place.settings")}</p>
          {PAGES.filter(({ to }) => mayOpen(permissions, to)).map(({ to, name, icon: Icon }) => (
            <Link
              key={to}
              to={to}
              activeProps={{ className: "bg-selected text-blue-ink font-medium" }}
              inactiveProps={{ className: "text-ink-2 hover:bg-surface-2 hover:text-ink" }}
              className="flex min-h-9 items-center gap-3 rounded-control px-2 pointer-coarse:min-h-11"
            >
              <Icon size={18} aria-hidden="true" />
              {t(name)}
            </Link>
          ))}
        </nav>
      )}
      <div
        className={classNames(
          "min-w-0 flex-1 overflow-y-auto bg-desk",
          narrow && !inside && "hidden",
        )}
      >
        {narrow ? (
          <Link
            to="/settings"
            className="control m-2 inline-flex items-center gap-2 px-2 text-ink-2"
          >
            <ArrowLeft size={20} aria-hidden="true" />
            {t("place.settings")}
          </Link>
        ) : null}
        <PageGate of="page">
          <Outlet />
        </PageGate>
      </div>
    </div>
  );
}
