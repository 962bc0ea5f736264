import { useTranslation } from "react-i18next";
import { Switch } from "../ui/Switch.tsx";
import { PRESET_NAMES, PRESETS, type PresetName } from "./fault-presets.ts";
import type { Faults } from "./use-faults.ts";

/** Switches for what can go wrong between a business and Meta. */
export function FaultPanel({ faults }: { readonly faults: Faults }) {
  const { t } = useTranslation();
  const others = faults.all.length - [...faults.active.values()].flat().length;
  return (
    <div className="rise absolute end-3 bottom-full z-30 mb-2 flex max-h-[70vh] w-[min(560px,calc(100vw-24px))] flex-col overflow-y-auto rounded-xl bg-surface py-3 shadow-float">
      <div className="flex items-center gap-2 px-4 pb-1">
        <h2 className="flex-1 font-semibold">{t("faults.title")}</h2>
        <button
          type="button"
          className="btn"
          disabled={faults.all.length === 0}
          onClick={faults.clear}
        >
          {t("faults.clear")}
        </button>
      </div>
      <div className="grid sm:grid-cols-2">
        <Group on="request" faults={faults} />
        <Group on="webhook" faults={faults} />
      </div>
      {others > 0 && (
        <p className="px-4 pt-1 text-list text-ink-3">{t("faults.others", { count: others })}</p>
      )}
    </div>
  );
}

type GroupProps = { readonly on: "request" | "webhook"; readonly faults: Faults };

function Group({ on, faults }: GroupProps) {
  const { t } = useTranslation();
  const names: readonly PresetName[] = PRESET_NAMES.filter((name) => PRESETS[name].on === on);
  return (
    <section>
      <h3 className="px-4 pt-2 text-list font-semibold text-ink-2">{t(`faults.on.${on}`)}</h3>
      {names.map((name) => (
        <Switch
          key={name}
          label={t(`faults.preset.${name}`)}
          checked={faults.active.has(name)}
          onChange={(wanted) => faults.set(name, wanted)}
        />
      ))}
    </section>
  );
}
