import { useCallback, useEffect, useState } from "react";
import type { FaultJson, ListJson, OkJson } from "@galka/emulator/wire/control";
import { useActions } from "../api/actions.ts";
import { call } from "../api/emulator.ts";
import { usePhones } from "../state/store.ts";
import { activePresets, PRESETS, type PresetName } from "./fault-presets.ts";

const EVERY_MS = 3_000;

/** The emulator's disorder as switches. */
export type Faults = {
  readonly all: readonly FaultJson[];
  readonly active: ReadonlyMap<PresetName, readonly string[]>;
  readonly set: (name: PresetName, on: boolean) => void;
  readonly clear: () => void;
};

/** Reads the rules once, and again and again while they are looked at: others may change them. */
export function useFaults(watched: boolean): Faults {
  const { attempt } = useActions();
  const live = usePhones((phones) => phones.link === "live");
  const [all, setAll] = useState<readonly FaultJson[]>([]);
  const load = useCallback(async () => {
    const { data } = await call<ListJson<FaultJson>>("GET", "faults");
    setAll(data);
  }, []);

  useEffect(() => {
    if (!live) return undefined;
    const quietly = () => void load().catch(() => {});
    quietly();
    if (!watched) return undefined;
    const timer = window.setInterval(quietly, EVERY_MS);
    return () => window.clearInterval(timer);
  }, [live, watched, load]);

  const active = activePresets(all);
  return {
    all,
    active,
    set: (name, on) =>
      attempt(async () => {
        if (on) await call<FaultJson>("POST", "faults", PRESETS[name]);
        else {
          for (const id of active.get(name) ?? []) await call<OkJson>("DELETE", `faults/${id}`);
        }
        await load();
      }),
    clear: () =>
      attempt(async () => {
        await call<OkJson>("DELETE", "faults");
        await load();
      }),
  };
}
