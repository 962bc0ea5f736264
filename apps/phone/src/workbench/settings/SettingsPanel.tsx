import { CloudLightning, CloudRain, Sun } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Weather } from "@galka/emulator/wire/control";
import { Block } from "../parts/Block.tsx";
import { PanelFrame } from "../parts/PanelFrame.tsx";
import { useAct } from "../parts/use-act.ts";
import { GROUP_NAMES, GROUPS } from "./setting-kinds.ts";
import { SettingField } from "./SettingField.tsx";
import { useSettings } from "./use-settings.ts";

const SKIES = { calm: Sun, real: CloudRain, hostile: CloudLightning } as const;
const WEATHERS = ["calm", "real", "hostile"] as const satisfies readonly Weather[];

/** How the emulated platform behaves: weather, physics, delays, money. */
export function SettingsPanel() {
  const { t } = useTranslation();
  const { settings, change } = useSettings();
  return (
    <PanelFrame title={t("bench.settings")} lead={t("setting.lead")}>
      {settings !== null && (
        <>
          <WeatherChoice weather={settings.weather} onChoose={(weather) => change({ weather })} />
          <Physics />
          {GROUP_NAMES.map((group) => (
            <Block key={group} title={t(`setting.group.${group}`)}>
              <div className="grid items-start gap-x-6 gap-y-3 @lg:grid-cols-2 @4xl:grid-cols-3">
                {GROUPS[group].map((setting) => (
                  <SettingField
                    key={"name" in setting ? setting.name : setting.kind}
                    setting={setting}
                    settings={settings}
                    onChange={change}
                  />
                ))}
              </div>
            </Block>
          ))}
          <Reset />
        </>
      )}
    </PanelFrame>
  );
}

type WeatherProps = { readonly weather: Weather; readonly onChoose: (weather: Weather) => void };

function WeatherChoice({ weather, onChoose }: WeatherProps) {
  const { t } = useTranslation();
  return (
    <Block title={t("setting.weather")}>
      <fieldset aria-label={t("setting.weather")} className="grid gap-2 @lg:grid-cols-3">
        {WEATHERS.map((name) => {
          const Sky = SKIES[name];
          return (
            <button
              key={name}
              type="button"
              aria-pressed={weather === name}
              className="flex items-start gap-2 rounded-lg border border-hairline p-3 text-start hover:bg-surface-3 aria-pressed:border-blue"
              onClick={() => onChoose(name)}
            >
              <Sky size={20} aria-hidden className="flex-none text-ink-2" />
              <span>
                <span className="block font-medium">{t(`strip.weathers.${name}`)}</span>
                <span className="block text-meta text-ink-3">
                  {t(`setting.weatherHint.${name}`)}
                </span>
              </span>
            </button>
          );
        })}
      </fieldset>
    </Block>
  );
}

/** All of the limits at once. */
function Physics() {
  const { t } = useTranslation();
  const act = useAct();
  return (
    <Block title={t("setting.physics")} note={t("setting.physicsLead")}>
      <div className="flex flex-wrap gap-2">
        {(["calm", "real"] as const).map((preset) => (
          <button
            key={preset}
            type="button"
            className="btn"
            onClick={() => act("PUT", "physics", { preset })}
          >
            {t(`setting.preset.${preset}`)}
          </button>
        ))}
      </div>
    </Block>
  );
}

/** Empties the world; asked once more, since nothing brings it back. */
function Reset() {
  const { t } = useTranslation();
  const act = useAct();
  const [asked, setAsked] = useState(false);
  return (
    <Block title={t("setting.reset")} note={t("setting.resetLead")}>
      {asked ? (
        <div className="flex flex-wrap gap-2">
          <button
            type="button"
            className="btn text-red"
            onClick={() => {
              act("POST", "reset");
              setAsked(false);
            }}
          >
            {t("setting.resetSure")}
          </button>
          <button type="button" className="btn" onClick={() => setAsked(false)}>
            {t("cancel")}
          </button>
        </div>
      ) : (
        <button type="button" className="btn text-red" onClick={() => setAsked(true)}>
          {t("setting.resetVerb")}
        </button>
      )}
    </Block>
  );
}
