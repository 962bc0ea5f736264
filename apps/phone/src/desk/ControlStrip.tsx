import { CloudLightning, CloudRain, SlidersHorizontal, Sun, Zap } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FaultJson, ListJson, Weather } from "@galka/emulator/wire/control";
import { call } from "../api/emulator.ts";
import { usePolled } from "../api/use-polled.ts";
import { usePhones } from "../state/store.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { addressTo, hashOf } from "../workbench/panel.ts";
import { ClockControl } from "./ClockControl.tsx";

/** The emulator's clock and its disorder, always in sight. */
export function ControlStrip() {
  const { t } = useTranslation();
  const [folded, setFolded] = useState(true);
  return (
    <section aria-label={t("strip.title")} className="hairline-t flex-none bg-surface">
      <div className="flex min-h-13 items-center gap-4 overflow-x-auto px-4 py-1.5 max-sm:flex-wrap max-sm:gap-2">
        <ClockControl folded={folded} />
        <IconButton
          icon={SlidersHorizontal}
          label={folded ? t("strip.more") : t("strip.less")}
          expanded={!folded}
          className="sm:hidden"
          onClick={() => setFolded(!folded)}
        />
        <span className={`ms-auto flex flex-none gap-2 ${folded ? "max-sm:hidden" : ""}`}>
          <WeatherLink />
          <FaultsLink />
        </span>
      </div>
    </section>
  );
}

const SKIES: Record<Weather, typeof Sun> = { calm: Sun, real: CloudRain, hostile: CloudLightning };

function WeatherLink() {
  const { t } = useTranslation();
  const weather = usePhones((phones) => phones.settings?.weather ?? "calm");
  const Sky = SKIES[weather];
  return (
    <a
      href={addressTo(hashOf("settings"))}
      className={`btn ${weather === "calm" ? "" : "text-amber"}`}
    >
      <Sky size={16} aria-hidden />
      <span>
        <span className="sr-only">{t("strip.weather")} </span>
        {t(`strip.weathers.${weather}`)}
      </span>
    </a>
  );
}

function FaultsLink() {
  const { t } = useTranslation();
  const { value } = usePolled(async () => call<ListJson<FaultJson>>("GET", "faults"), "faults");
  const count = value?.data.length ?? 0;
  return (
    <a href={addressTo(hashOf("faults"))} className={`btn ${count > 0 ? "text-amber" : ""}`}>
      <Zap size={16} aria-hidden />
      {count > 0 ? t("strip.faults", { count }) : t("strip.noFaults")}
    </a>
  );
}
