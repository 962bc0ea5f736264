import { type ComponentType, lazy, type LazyExoticComponent } from "react";
import type { PanelName } from "./panel.ts";

type PanelComponent = LazyExoticComponent<ComponentType>;

/** The panels, each fetched when it is first looked at. */
export const PANEL_COMPONENTS: Readonly<Record<PanelName, PanelComponent>> = {
  templates: panel(async () => (await import("./templates/TemplatesPanel.tsx")).TemplatesPanel),
  number: panel(async () => (await import("./number/NumberPanel.tsx")).NumberPanel),
  bill: panel(async () => (await import("./bill/BillPanel.tsx")).BillPanel),
  log: panel(async () => (await import("./log/LogPanel.tsx")).LogPanel),
  faults: panel(async () => (await import("./faults/FaultsPanel.tsx")).FaultsPanel),
  happenings: panel(async () => (await import("./happenings/HappeningsPanel.tsx")).HappeningsPanel),
  snapshots: panel(async () => (await import("./snapshots/SnapshotsPanel.tsx")).SnapshotsPanel),
  clock: panel(async () => (await import("./clock/ClockPanel.tsx")).ClockPanel),
  population: panel(async () => (await import("./population/PopulationPanel.tsx")).PopulationPanel),
  settings: panel(async () => (await import("./settings/SettingsPanel.tsx")).SettingsPanel),
};

function panel(load: () => Promise<ComponentType>): PanelComponent {
  return lazy(async () => {
    const [words, component] = await Promise.all([import("./panel-words.ts"), load()]);
    words.addPanelWords();
    return { default: component };
  });
}
