import { Link } from "@tanstack/react-router";
import { LogOut, Moon, Sun, User } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/me.ts";
import { Avatar } from "../../ui/marks/Avatar.tsx";
import { AvailabilityItem } from "../work/AvailabilityItem.tsx";
import { useIsDark } from "./theme.ts";
import { useChangePreferences } from "./use-preferences.ts";
import { useSignOut } from "./use-sign-out.ts";

const ITEM =
  "flex min-h-9 w-full items-center gap-2 rounded-md px-2 text-left hover:bg-surface-3 pointer-coarse:min-h-11";

/** Who is signed in, and what concerns only them. The browser's own popover: Esc and a click beside it close it. */
export function MemberMenu() {
  const { t } = useTranslation();
  const id = useId();
  const { member } = useMe();
  const change = useChangePreferences();
  const signOut = useSignOut();
  const dark = useIsDark();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className="control-icon grid place-items-center rounded-full"
      >
        <Avatar name={member.name} size={32} />
        <span className="sr-only">{t("member.menu", { name: member.name })}</span>
      </button>
      <div
        id={id}
        popover="auto"
        onBeforeToggle={(event) => setOpen(event.newState === "open")}
        className="fixed inset-auto bottom-3 left-16 w-60 rounded-control bg-surface p-1 text-ink shadow-float"
      >
        <div className="mb-1 border-b px-2 pt-1 pb-2 text-list">
          <p className="font-semibold">{member.name}</p>
          <p className="truncate text-ink-2">{member.email}</p>
        </div>
        <Link to="/settings/profile" className={ITEM} onClick={() => close(id)}>
          <User size={16} aria-hidden="true" />
          {t("settings.profile.title")}
        </Link>
        <AvailabilityItem className={ITEM} shown={open} />
        <button
          type="button"
          className={ITEM}
          onClick={() => {
            close(id);
            change({ theme: dark ? "light" : "dark" });
          }}
        >
          {dark ? <Sun size={16} aria-hidden="true" /> : <Moon size={16} aria-hidden="true" />}
          {dark ? t("theme.toLight") : t("theme.toDark")}
        </button>
        <button type="button" className={ITEM} onClick={signOut}>
          <LogOut size={16} aria-hidden="true" />
          {t("member.signOut")}
        </button>
      </div>
    </>
  );
}

function close(id: string): void {
  document.getElementById(id)?.hidePopover();
}
