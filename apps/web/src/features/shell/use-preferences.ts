import type { PreferencesJson } from "@galka/contract/json/workspace";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { meQuery, useMe } from "../../api/me.ts";
import { useErrorWords } from "../../api/use-error-words.ts";
import { changeLocale } from "../../i18n/start-i18n.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { toasts } from "../../ui/toasts.ts";
import { applyTheme, systemIsDark } from "./theme.ts";

/** Lets the page follow what the member prefers, here and when they change it elsewhere. */
export function usePreferences(): void {
  const { theme = "system", locale } = useMe().preferences;
  const current = useLocale();

  useEffect(() => {
    applyTheme(theme);
    const system = systemIsDark();
    const follow = () => applyTheme(theme);
    system.addEventListener("change", follow);
    return () => system.removeEventListener("change", follow);
  }, [theme]);

  useEffect(() => {
    if (locale && locale !== current) void changeLocale(locale);
  }, [locale, current]);
}

/** Changes some preferences: on the screen at once, at the server after it, back again if it says no. */
export function useChangePreferences(): (change: PreferencesJson) => void {
  const api = useApi();
  const queryClient = useQueryClient();
  const words = useErrorWords();
  const { queryKey } = meQuery(api);

  return (change) => {
    const before = queryClient.getQueryData(queryKey);
    if (!before) return;
    const preferences = { ...before.preferences, ...change };
    queryClient.setQueryData(queryKey, { ...before, preferences });
    api("updateMe", { body: { preferences } }).then(
      (me) => queryClient.setQueryData(queryKey, me),
      (error: unknown) => {
        queryClient.setQueryData(queryKey, before);
        toasts.add({ title: words(error) });
      },
    );
  };
}
