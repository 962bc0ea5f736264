import { Menu } from "@base-ui/react/menu";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { LogOut, Moon, Sun, User } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/me.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Avatar } from "../../ui/marks/Avatar.tsx";
import { toasts } from "../../ui/toasts.ts";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useChangePreferences } from "./use-preferences.ts";
import { isDark } from "./theme.ts";

const ITEM =
  "flex min-h-9 cursor-pointer items-center gap-2 rounded-md px-2 outline-none data-highlighted:bg-surface-3 pointer-coarse:min-h-11";

/** Who is signed in, and what concerns only them. */
export function MemberMenu() {
  const { t } = useTranslation();
  const { member } = useMe();
  const navigate = useNavigate();
  const change = useChangePreferences();
  const signOut = useSignOut();
  return (
    <Menu.Root>
      <Menu.Trigger className="control-icon grid place-items-center rounded-full">
        <Avatar name={member.name} size={32} />
        <span className="sr-only">{t("member.menu", { name: member.name })}</span>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner side="right" align="end" sideOffset={8} className="z-50">
          <Menu.Popup className="rises w-60 rounded-control bg-surface p-1 shadow-float">
            <div className="border-b px-2 pt-1 pb-2 text-list">
              <p className="font-semibold">{member.name}</p>
              <p className="truncate text-ink-2">{member.email}</p>
            </div>
            <Menu.Item
              className={`${ITEM} mt-1`}
              onClick={() => void navigate({ to: "/settings/profile" })}
            >
              <User size={16} aria-hidden="true" />
              {t("settings.profile.title")}
            </Menu.Item>
            <Menu.Item
              className={ITEM}
              onClick={() => change({ theme: isDark() ? "light" : "dark" })}
            >
              {isDark() ? (
                <Sun size={16} aria-hidden="true" />
              ) : (
                <Moon size={16} aria-hidden="true" />
              )}
              {isDark() ? t("theme.toLight") : t("theme.toDark")}
            </Menu.Item>
            <Menu.Item className={ITEM} onClick={() => void signOut()}>
              <LogOut size={16} aria-hidden="true" />
              {t("member.signOut")}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function useSignOut(): () => Promise<void> {
  const api = useApi();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const words = useErrorWords();
  return async () => {
    try {
      await api("signOut", {});
      queryClient.clear();
      await navigate({ to: "/sign-in" });
    } catch (error) {
      toasts.add({ title: words(error) });
    }
  };
}
