import { RotateCw } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { DeliveryDetailJson, DeliveryJson } from "@galka/emulator/wire/control";
import { useActions } from "../../api/actions.ts";
import { call } from "../../api/emulator.ts";
import { exactTime } from "../../text/time.ts";
import { JsonView } from "./JsonView.tsx";
import { usePolled } from "../../api/use-polled.ts";

type Props = { readonly delivery: DeliveryJson; readonly onChange: () => void };

/** One webhook: where it went, each attempt, its body, and a way to send it once more. */
export function DeliveryDetail({ delivery, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const { attempt } = useActions();
  const path = `deliveries/${encodeURIComponent(delivery.id)}`;
  const { value, again } = usePolled(() => call<DeliveryDetailJson>("GET", path), delivery.id);
  return (
    <div className="space-y-3 ps-7 pe-1 pb-3 text-list">
      <p className="font-mono break-all text-ink-2">{delivery.url}</p>
      <button
        type="button"
        className="btn"
        onClick={() =>
          attempt(async () => {
            await call<DeliveryJson>("POST", `${path}/redeliver`);
            again();
            onChange();
          })
        }
      >
        <RotateCw size={16} aria-hidden /> {t("log.redeliver")}
      </button>
      {value && (
        <>
          <table className="w-full text-start text-meta">
            <caption className="pb-1 text-start font-medium text-ink-2">
              {t("log.attemptsTitle")}
            </caption>
            <tbody>
              {value.attempts.map((it, at) => (
                <tr key={at}>
                  <td className="py-0.5 pe-2">{exactTime(Date.parse(it.at), i18n.language)}</td>
                  <td className="pe-2 font-mono">{it.status ?? it.error ?? ""}</td>
                  <td className="text-end">{t("log.ms", { count: it.durationMs })}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <JsonView text={value.body} label={t("log.body")} />
        </>
      )}
    </div>
  );
}
