import { useTranslation } from "react-i18next";
import { addressTo, hashOf, useWhere } from "../panel.ts";
import { PanelFrame } from "../parts/PanelFrame.tsx";
import { DeliveryLog } from "./DeliveryLog.tsx";
import { RequestLog } from "./RequestLog.tsx";
import { SendLog } from "./SendLog.tsx";

const LOGS = ["requests", "sends", "deliveries"] as const;

/** What went between the business and Meta: calls and sends one way, webhooks the other. */
export function LogPanel() {
  const { t } = useTranslation();
  const { part } = useWhere();
  const shown = LOGS.find((it) => it === part.split("/")[0]) ?? "requests";
  return (
    <PanelFrame title={t("bench.log")} lead={t("log.lead")}>
      <nav aria-label={t("log.what")} className="hairline-b flex">
        {LOGS.map((it) => (
          <a
            key={it}
            href={addressTo(hashOf("log", it))}
            aria-current={shown === it ? "page" : undefined}
            className={`flex h-9 items-center border-b-2 px-3 font-medium ${
              shown === it ? "border-blue text-blue-ink" : "border-transparent text-ink-2"
            }`}
          >
            {t(`log.${it}`)}
          </a>
        ))}
      </nav>
      {shown === "requests" && <RequestLog />}
      {shown === "sends" && <SendLog />}
      {shown === "deliveries" && <DeliveryLog />}
    </PanelFrame>
  );
}
