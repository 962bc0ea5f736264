import { describeWorld } from "./description/describe-world.ts";
import type { DescribedWorld } from "./description/world-description.ts";
import { seedWorld } from "./demo.ts";
import { given } from "./given.ts";
import { emptyTables } from "./store/recover.ts";
import type { SettingsPatch } from "./wire/control.ts";
import type { World } from "./world.ts";

const USUAL_SEED = "galka";

/** How a world begins. */
export type Beginning = {
  readonly seed?: string | undefined;
  readonly settings?: SettingsPatch | undefined;
  /** The demo's when absent. */
  readonly described?: DescribedWorld | undefined;
};

/** Fills an empty world. One that goes on after a restart only gets the settings and the seed given. */
export function beginWorld(world: World, { seed, settings, described }: Beginning): void {
  const fresh = world.kinds.apps.list().length === 0;
  const known = world.kinds.origin.find("origin")?.seed;
  const sown = seed ?? known ?? described?.seed ?? USUAL_SEED;
  if (sown !== known) world.kinds.origin.put("origin", { seed: sown });
  if (fresh && described !== undefined) describeWorld(world, described);
  else seedWorld(world);
  const changed = given(settings ?? {});
  if (Object.keys(changed).length === 0) return;
  world.kinds.settings.put("settings", { ...world.settings(), ...changed });
}

/** Empties the world and begins it again; `beginning` is that of the start unless another is given. */
export function resetWorld(world: World, beginning: Beginning): void {
  world.db.write(() => emptyTables(world.db));
  for (const documents of Object.values(world.kinds)) documents.clear();
  world.counters.clear();
  world.requests.reload();
  world.pairs.clear();
  world.throughput.clear();
  world.reach.clear();
  world.clock.reset();
  beginWorld(world, beginning);
  world.events.beginAgain();
}
