import type { ConsentRulesJson } from "@galka/contract/json/consent/consent";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";
import { ChannelField } from "../ChannelField.tsx";

type Caps = ConsentRulesJson["caps"];
type Props = { readonly caps: Caps; readonly onChange: (caps: Caps) => void };

const WEEKLY = { channelId: null, most: 2, days: 7 };

/** How much marketing one person may get, cap by cap. */
export function CapLines({ caps, onChange }: Props) {
  const { t } = useTranslation();
  const change = (at: number, part: Partial<Caps[number]>) =>
    onChange(caps.map((cap, n) => (n === at ? { ...cap, ...part } : cap)));
  return (
    <div className="flex flex-col gap-3">
      {caps.length === 0 ? <p className="text-ink-2">{t("consent.settings.noCaps")}</p> : null}
      {caps.map((cap, at) => (
        // Caps have no name: the place in the list is what they are known by.
        <div key={at} className="flex flex-wrap items-end gap-3">
          <Field label={t("consent.settings.most")}>
            {(tied) => (
              <input
                {...tied}
                type="number"
                min={1}
                max={1000}
                required
                className="field w-24"
                value={cap.most}
                onChange={(event) => change(at, { most: event.target.valueAsNumber || 1 })}
              />
            )}
          </Field>
          <Field label={t("consent.settings.days")}>
            {(tied) => (
              <input
                {...tied}
                type="number"
                min={1}
                max={365}
                required
                className="field w-24"
                value={cap.days}
                onChange={(event) => change(at, { days: event.target.valueAsNumber || 1 })}
              />
            )}
          </Field>
          <ChannelField
            channelId={cap.channelId ?? ""}
            onChange={(id) => change(at, { channelId: id || null })}
          />
          <Button look="quiet" onClick={() => onChange(caps.filter((_, n) => n !== at))}>
            {t("consent.settings.remove")}
          </Button>
        </div>
      ))}
      <Button className="self-start" onClick={() => onChange([...caps, WEEKLY])}>
        {t("consent.settings.addCap")}
      </Button>
    </div>
  );
}
