import { useState } from "react";
import type { FaultJson, ListJson, NewFault, OkJson } from "@galka/emulator/wire/control";
import { useActions } from "../../api/actions.ts";
import { call } from "../../api/emulator.ts";
import { usePolled } from "../../api/use-polled.ts";
import { activePresets, PRESETS, type PresetName } from "./fault-presets.ts";
import { ruleOf } from "./fault-draft.ts";
import { storedOffRules, storeOffRules } from "./off-rules.ts";

/** The emulator's disorder: what is in force, and what was put aside here. */
export type Faults = {
  readonly all: readonly FaultJson[];
  readonly active: ReadonlyMap<PresetName, readonly string[]>;
  /** Rules that were switched off on this page, to be switched on again. */
  readonly off: readonly NewFault[];
  readonly setPreset: (name: PresetName, on: boolean) => void;
  readonly add: (rule: NewFault) => void;
  readonly remove: (fault: FaultJson) => void;
  readonly switchOff: (fault: FaultJson) => void;
  readonly switchOn: (rule: NewFault) => void;
  readonly forget: (rule: NewFault) => void;
  readonly clear: () => void;
};

/** The emulator has rules or has them not; those that are off are remembered by the browser. */
export function useFaults(): Faults {
  const { attempt } = useActions();
  const [off, setOff] = useState(storedOffRules);
  const { value, again } = usePolled(() => call<ListJson<FaultJson>>("GET", "faults"), "faults");
  const all = value?.data ?? [];
  const active = activePresets(all);

  function change(work: () => Promise<void>): void {
    attempt(async () => {
      await work();
      again();
    });
  }
  function keepOff(rules: readonly NewFault[]): void {
    storeOffRules(rules);
    setOff(rules);
  }
  const post = async (rule: NewFault) => void (await call<FaultJson>("POST", "faults", rule));
  const drop = async (id: string) => void (await call<OkJson>("DELETE", `faults/${id}`));
  return {
    all,
    active,
    off,
    setPreset: (name, on) =>
      change(async () => {
        if (on) await post(PRESETS[name]);
        else for (const id of active.get(name) ?? []) await drop(id);
      }),
    add: (rule) => change(() => post(rule)),
    remove: (fault) => change(() => drop(fault.id)),
    switchOff: (fault) =>
      change(async () => {
        await drop(fault.id);
        keepOff([...off, ruleOf(fault)]);
      }),
    switchOn: (rule) =>
      change(async () => {
        await post(rule);
        keepOff(off.filter((it) => it !== rule));
      }),
    forget: (rule) => keepOff(off.filter((it) => it !== rule)),
    clear: () => change(async () => void (await call<OkJson>("DELETE", "faults"))),
  };
}
