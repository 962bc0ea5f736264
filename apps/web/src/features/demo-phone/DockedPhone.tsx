import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../i18n/use-locale.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { whenIdle } from "../../sync/when-idle.ts";
import { usePhoneDock } from "./phone-dock.ts";
import { phoneUrl } from "./phone-url.ts";
import { usePhoneOwner } from "./use-phone-owner.ts";
import { useIsDark } from "../shell/theme.ts";

/** A contact's phone beside the inbox, in a demo: one sees both sides of the conversation. */
export function DockedPhone() {
  const { t } = useTranslation();
  const { shown, url, toggle } = usePhoneDock();
  const locale = useLocale();
  const theme = useIsDark() ? "dark" : "light";
  const owner = usePhoneOwner();
  const idle = useIdle();
  if (!shown || !url) return null;
  const src = phoneUrl(url, { locale, theme }, owner);

  return (
    <aside
      aria-label={t("phone.title")}
      className="flex w-95 shrink-0 flex-col border-l bg-surface-2"
    >
      <header className="flex h-14 shrink-0 items-center gap-2 border-b px-3">
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold">{t("phone.title")}</h2>
          <p className="truncate text-meta text-ink-2">{t("phone.explain")}</p>
        </div>
        <IconButton label={t("phone.hide")} onClick={toggle}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      </header>
      {idle ? (
        // oxlint-disable-next-line react/iframe-missing-sandbox -- it is Galka's own emulator, on an origin of its own
        <iframe
          // Another frame for another phone: an address changed within a frame would be a step of Back.
          key={src}
          title={t("phone.title")}
          src={src}
          allow="microphone"
          className="min-h-0 w-full flex-1 border-0"
        />
      ) : null}
    </aside>
  );
}

/** The phone is a page of its own: it waits until the inbox is there. */
function useIdle(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => whenIdle(() => setIdle(true)), []);
  return idle;
}
