import { useEffect, useRef, useState } from "react";
import type { SettingsJson, SettingsPatch } from "@galka/emulator/wire/control";
import { useActions } from "../../api/actions.ts";
import { call } from "../../api/emulator.ts";
import { usePhones } from "../../state/store.ts";

/** So long after the last stroke a number that is being typed is taken for whole. */
const QUIET_MS = 400;

export type Settings = {
  /** As the emulator has them, with what is being typed. */
  readonly settings: SettingsJson | null;
  readonly change: (patch: SettingsPatch) => void;
};

/** The emulator's settings; changes made in quick succession are one call. */
export function useSettings(): Settings {
  const { attempt } = useActions();
  const known = usePhones((phones) => phones.settings);
  const [typed, setTyped] = useState<SettingsPatch>({});
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  function change(patch: SettingsPatch): void {
    const wanted = { ...typed, ...patch };
    setTyped(wanted);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      attempt(async () => {
        try {
          await call<SettingsJson>("PATCH", "settings", wanted);
        } finally {
          setTyped({});
        }
      });
    }, QUIET_MS);
  }

  return { settings: known === null ? null : { ...known, ...typed }, change };
}
