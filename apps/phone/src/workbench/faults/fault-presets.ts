import type { FaultJson, NewFault } from "@galka/emulator/wire/control";

/** The disorders that have a switch of their own. */
export const PRESETS = {
  "lose-answer": {
    on: "request",
    match: { method: "POST", path: "/messages" },
    action: { kind: "lose-answer" },
  },
  reset: { on: "request", match: { path: "/messages" }, action: { kind: "reset" } },
  "server-error": {
    on: "request",
    match: { path: "/messages" },
    action: { kind: "http", status: 503 },
  },
  "rate-limit": {
    on: "request",
    match: { path: "/messages" },
    action: { kind: "graph-error", code: 130429 },
  },
  slow: { on: "request", match: {}, action: { kind: "delay", ms: 3_000 } },
  duplicate: { on: "webhook", match: {}, action: { kind: "duplicate" } },
  reorder: { on: "webhook", match: {}, action: { kind: "reorder" } },
  late: { on: "webhook", match: {}, action: { kind: "delay", ms: 30_000 } },
  "drop-statuses": { on: "webhook", match: { update: "status" }, action: { kind: "drop" } },
} as const satisfies Record<string, NewFault>;

export type PresetName = keyof typeof PRESETS;

export const PRESET_NAMES = [
  "lose-answer",
  "reset",
  "server-error",
  "rate-limit",
  "slow",
  "duplicate",
  "reorder",
  "late",
  "drop-statuses",
] as const satisfies readonly PresetName[];

/** Which switches are on, each with the rules that make it so. */
export function activePresets(
  faults: readonly FaultJson[],
): ReadonlyMap<PresetName, readonly string[]> {
  const active = new Map<PresetName, readonly string[]>();
  for (const name of PRESET_NAMES) {
    const ids = faults.filter((fault) => isSame(fault, PRESETS[name])).map((fault) => fault.id);
    if (ids.length > 0) active.set(name, ids);
  }
  return active;
}

/** A rule made elsewhere counts as a switch's only when it strikes always and the same things. */
function isSame(fault: FaultJson, preset: NewFault): boolean {
  return (
    fault.on === preset.on &&
    fault.action.kind === preset.action.kind &&
    (fault.when ?? { kind: "always" }).kind === "always" &&
    (fault.match?.path ?? "") === (preset.match?.path ?? "") &&
    (fault.match?.update ?? "") === (preset.match?.update ?? "")
  );
}
