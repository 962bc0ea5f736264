import { findMemberOfUser } from "@galka/postgres/stores/members";
import { findUserIdByEmail } from "@galka/postgres/stores/sign-in";
import type { WorldSize } from "@galka/server/demo/worlds/demo-world";
import { openWorld } from "@galka/server/demo/worlds/open-world";
import { OWNER } from "./signed-in.ts";
import { type World, startWorld } from "./world.ts";

/** One of the demo worlds, lived through by fewer people. */
export async function livedWorld(name: string, size: WorldSize): Promise<World> {
  await using opened = new AsyncDisposableStack();
  const world = opened.use(await startWorld("empty"));
  const { app, accounts, signIn, emulator } = world.house;
  const userId = await findUserIdByEmail(app.db, OWNER.email);
  const owner = userId === null ? null : await findMemberOfUser(app.db, userId);
  if (!owner || !emulator) throw new Error("The world has no owner or no emulator.");
  const demo = await openWorld(name);
  await demo.live({ app, accounts, signIn, emulator }, owner, { ...size, say: () => {} });
  opened.move();
  return world;
}

/** Days around the whole story. */
export function wholeStory(world: World): { readonly from: string; readonly to: string } {
  const day = (ms: number) =>
    new Date(world.app.clock.now().getTime() + ms).toISOString().slice(0, 10);
  const DAY_MS = 86_400_000;
  return { from: day(-30 * DAY_MS), to: day(2 * DAY_MS) };
}
