import type { PreferencesJson } from "@galka/contract/json/workspace";
import { LogOut } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/me.ts";
import { LOCALES } from "../../i18n/start-i18n.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useChangePreferences } from "../shell/use-preferences.ts";
import { useSignOut } from "../shell/use-sign-out.ts";
import { Button } from "../../ui/Button.tsx";
import { Choices } from "./Choices.tsx";
import { NotificationsSetting } from "./NotificationsSetting.tsx";
import { OwnName } from "./OwnName.tsx";
import { Section } from "./Section.tsx";
import { SettingsSheet } from "./SettingsSheet.tsx";

const THEMES = ["system", "light", "dark"] as const satisfies readonly PreferencesJson["theme"][];

/** What concerns only the member: name, language, theme, notifications. */
export function ProfilePage() {
  const { t } = useTranslation();
  const { member, preferences } = useMe();
  const locale = useLocale();
  const change = useChangePreferences();
  const signOut = useSignOut();
  return (
    <SettingsSheet title={t("settings.profile.title")} lead={t("settings.profile.lead")}>
      <Section title={t("settings.profile.you")}>
        <OwnName member={member} />
      </Section>
      <Section title={t("settings.profile.look")}>
        <div className="grid gap-5 narrow:grid-cols-2">
          <Choices
            label={t("settings.profile.language")}
            options={LOCALES.map((value) => ({ value, name: t(`language.${value}`) }))}
            value={locale}
            onChoose={(value) => change({ locale: value })}
          />
          <Choices
            label={t("settings.profile.theme")}
            options={THEMES.map((value) => ({ value, name: t(`theme.${value}`) }))}
            value={preferences.theme ?? "system"}
            onChoose={(value) => change({ theme: value })}
          />
        </div>
      </Section>
      <Section title={t("settings.notifications.title")} lead={t("settings.notifications.lead")}>
        <NotificationsSetting />
      </Section>
      <Button
        className="self-start"
        icon={<LogOut size={16} aria-hidden="true" />}
        onClick={signOut}
      >
        {t("member.signOut")}
      </Button>
    </SettingsSheet>
  );
}
