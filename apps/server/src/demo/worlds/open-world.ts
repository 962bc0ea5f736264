import { UserError } from "@galka/postgres/user-error";
import type { DemoWorld } from "./demo-world.ts";

const WORLDS: Readonly<Record<string, () => Promise<DemoWorld>>> = {
  "live-recipes": async () => (await import("./live-recipes.ts")).LIVE_RECIPES,
  "order-notices": async () => (await import("./order-notices.ts")).ORDER_NOTICES,
};

export const WORLD_NAMES: readonly string[] = Object.keys(WORLDS);

/** The world of this name; a name that somebody has written went through `checkWorldName` before. */
export async function openWorld(name: string): Promise<DemoWorld> {
  const load = WORLDS[name];
  if (!load) throw new Error(`There is no world "${name}".`);
  return load();
}

/** @throws UserError naming the worlds that there are. */
export function checkWorldName(name: string): void {
  if (WORLD_NAMES.includes(name)) return;
  throw new UserError(`There is no world "${name}". Worlds: ${WORLD_NAMES.join(", ")}.`);
}
