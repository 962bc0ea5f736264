import { useEffect, useState } from "react";
import type { ClockJson } from "@galka/emulator/wire/control";
import { usePhones } from "../state/store.ts";

/** What the emulator's clock shows at the machine's moment `machineNow`. */
export function emulatorNow(clock: ClockJson, machineNow: number): number {
  const then = Date.parse(clock.now);
  if (clock.frozen) return then;
  const machineThen = then - clock.offsetMs;
  return then + (machineNow - machineThen) * clock.speed;
}

/** The emulator's time, kept up to date every `everyMs` and whenever the clock is moved. */
export function useNow(everyMs: number): number {
  const clock = usePhones((phones) => phones.clock);
  const [machineNow, setMachineNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setMachineNow(Date.now()), everyMs);
    return () => window.clearInterval(timer);
  }, [everyMs]);
  return emulatorNow(clock, machineNow);
}
