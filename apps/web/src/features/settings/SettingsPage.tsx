import { Link, Outlet, useLocation } from "@tanstack/react-router";
import {
  ArrowLeft,
  CircleUser,
  Clock,
  EyeOff,
  FileInput,
  History,
  Info,
  KeyRound,
  MessageSquareShare,
  ShieldCheck,
  Split,
  Tags,
  Zap,
  UserCog,
  Users,
  UsersRound,
  Contact,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../api/use-may.ts";
import { classNames } from "../../ui/class-names.ts";
import { NARROW, useMedia } from "../../ui/use-media.ts";

const PAGES = [
  { to: "/settings/profile", name: "settings.profile.title", icon: CircleUser },
  { to: "/settings/security", name: "security.title", icon: KeyRound },
  { to: "/settings/members", name: "team.members", icon: Users, needs: "members.manage" },
  { to: "/settings/roles", name: "team.roles", icon: UserCog, needs: "members.manage" },
  { to: "/settings/teams", name: "team.teams", icon: UsersRound, needs: "members.manage" },
  { to: "/settings/hours", name: "hours.title", icon: Clock, needs: "settings.manage" },
  {
    to: "/settings/distribution",
    name: "distribution.title",
    icon: Split,
    needs: "settings.manage",
  },
  { to: "/settings/audit", name: "audit.title", icon: History, needs: "audit.read" },
  { to: "/settings/channels", name: "settings.channels", icon: MessageSquareShare },
  { to: "/settings/labels", name: "labels.title", icon: Tags },
  { to: "/settings/people", name: "people.settings", icon: Contact, needs: "contacts.import" },
  { to: "/settings/privacy", name: "privacy.title", icon: EyeOff, needs: "settings.manage" },
  { to: "/settings/quick-replies", name: "quickReplies.title", icon: Zap },
  {
    to: "/settings/delivery",
    name: "settings.delivery",
    icon: ShieldCheck,
    needs: "channels.manage",
  },
  { to: "/settings/imports", name: "settings.imports", icon: FileInput, needs: "contacts.import" },
  { to: "/settings/about", name: "settings.about", icon: Info },
] as const;

/** The settings: their list beside the one that is open; on a narrow screen one of them. */
export function SettingsPage() {
  const { t } = useTranslation();
  const narrow = useMedia(NARROW);
  const may = useMay();
  const inside = useLocation().pathname !== "/settings";
  return (
    <div className="flex h-full min-h-0">
      {narrow && inside ? null : (
        <nav
          aria-label={t("place.settings")}
          className="flex w-full shrink-0 flex-col gap-1 bg-surface p-3 narrow:w-60 narrow:border-r"
        >
          <p className="mb-2 px-2 text-title font-semibold">{t("place.settings")}</p>
          {PAGES.filter((page) => !("needs" in page) || may(page.needs)).map(
            ({ to, name, icon: Icon }) => (
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
            ),
          )}
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
        <Outlet />
      </div>
    </div>
  );
}
