import { X } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../ui/IconButton.tsx";
import { useEscape } from "../ui/use-escape.ts";
import { DeliveryLog } from "./DeliveryLog.tsx";
import { SendLog } from "./SendLog.tsx";

const TABS = ["deliveries", "sends"] as const;

/** What went between the business and Meta: webhooks one way, sends the other. */
export function LogDrawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const box = useRef<HTMLElement>(null);
  useEscape(box, onClose);
  const [tab, setTab] = useState<(typeof TABS)[number]>("deliveries");
  return (
    <aside
      ref={box}
      aria-label={t("log.title")}
      className="flex w-105 flex-none flex-col border-s border-hairline bg-surface max-lg:absolute max-lg:inset-y-0 max-lg:end-0 max-lg:z-20 max-lg:w-[min(420px,100vw)] max-lg:shadow-float"
    >
      <div className="flex items-center gap-2 py-1.5 ps-4 pe-2">
        <h2 className="flex-1 font-semibold">{t("log.title")}</h2>
        <IconButton icon={X} label={t("close")} onClick={onClose} />
      </div>
      <fieldset aria-label={t("log.what")} className="hairline-b flex px-2">
        {TABS.map((it) => (
          <button
            key={it}
            type="button"
            aria-pressed={tab === it}
            className={`h-9 border-b-2 px-3 font-medium ${
              tab === it ? "border-blue text-blue-ink" : "border-transparent text-ink-2"
            }`}
            onClick={() => setTab(it)}
          >
            {t(`log.${it}`)}
          </button>
        ))}
      </fieldset>
      {tab === "deliveries" ? <DeliveryLog /> : <SendLog />}
    </aside>
  );
}
