import { useTranslation } from "react-i18next";
import { Switch } from "../../ui/Switch.tsx";
import { Block } from "../parts/Block.tsx";
import { PanelFrame } from "../parts/PanelFrame.tsx";
import { PRESET_NAMES, PRESETS, type PresetName } from "./fault-presets.ts";
import { FaultForm } from "./FaultForm.tsx";
import { FaultRules } from "./FaultRules.tsx";
import { OutageForm } from "./OutageForm.tsx";
import { type Faults, useFaults } from "./use-faults.ts";

/** Everything that can be made to go wrong between a business and Meta. */
export function FaultsPanel() {
  const { t } = useTranslation();
  const faults = useFaults();
  return (
    <PanelFrame
      title={t("bench.faults")}
      lead={t("faults.lead")}
      actions={
        <button
          type="button"
          className="btn"
          disabled={faults.all.length === 0}
          onClick={faults.clear}
        >
          {t("faults.clear")}
        </button>
      }
    >
      <FaultRules faults={faults} />
      <div className="grid gap-5 @3xl:grid-cols-2">
        <Group on="request" faults={faults} />
        <Group on="webhook" faults={faults} />
      </div>
      <FaultForm onAdd={faults.add} />
      <OutageForm />
    </PanelFrame>
  );
}

type GroupProps = { readonly on: "request" | "webhook"; readonly faults: Faults };

function Group({ on, faults }: GroupProps) {
  const { t } = useTranslation();
  const names: readonly PresetName[] = PRESET_NAMES.filter((name) => PRESETS[name].on === on);
  return (
    <Block title={t(`faults.on.${on}`)}>
      <div className="-mx-4">
        {names.map((name) => (
          <Switch
            key={name}
            label={t(`faults.preset.${name}`)}
            checked={faults.active.has(name)}
            onChange={(wanted) => faults.setPreset(name, wanted)}
          />
        ))}
      </div>
    </Block>
  );
}
