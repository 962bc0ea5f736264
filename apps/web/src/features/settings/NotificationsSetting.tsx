import { Switch } from "@base-ui/react/switch";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../api/me.ts";
import { Notice } from "../../ui/Notice.tsx";
import { useChangePreferences } from "../shell/use-preferences.ts";

type Permission = NotificationPermission | "missing";

/** Turns the system's notifications on. The browser asks for permission on this click and never by itself. */
export function NotificationsSetting() {
  const { t } = useTranslation();
  const labelId = useId();
  const { preferences } = useMe();
  const change = useChangePreferences();
  const [permission, setPermission] = useState<Permission>(currentPermission);
  const on = (preferences.notifications ?? false) && permission === "granted";

  async function toggle(now: boolean): Promise<void> {
    if (!now || permission === "missing") return change({ notifications: false });
    const answer = await Notification.requestPermission();
    setPermission(answer);
    change({ notifications: answer === "granted" });
  }

  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-center gap-3">
        <Switch.Root
          aria-labelledby={labelId}
          checked={on}
          disabled={permission === "missing"}
          onCheckedChange={(now) => void toggle(now)}
          className="relative h-6 w-10 shrink-0 rounded-full border border-edge bg-surface-3 data-checked:border-blue data-checked:bg-blue data-disabled:opacity-60"
        >
          <Switch.Thumb className="absolute top-[3px] left-[3px] size-4 rounded-full bg-ink-2 transition-transform data-checked:translate-x-4 data-checked:bg-on-blue" />
        </Switch.Root>
        <span id={labelId}>{t("settings.notifications.switch")}</span>
      </div>
      {permission === "denied" ? (
        <Notice tone="soon">{t("settings.notifications.denied")}</Notice>
      ) : null}
      {permission === "missing" ? (
        <Notice tone="info">{t("settings.notifications.missing")}</Notice>
      ) : null}
    </div>
  );
}

function currentPermission(): Permission {
  return "Notification" in globalThis ? Notification.permission : "missing";
}
