import type { Member } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { beginCounting } from "@galka/postgres/stores/figures/zone";
import { findFilledDemo, markDemoFilled } from "@galka/postgres/stores/installation";
import {
  deleteWorkspace,
  findMemberOfUser,
  insertMember,
  insertWorkspace,
  loadWorkspace,
} from "@galka/postgres/stores/members";
import { findUserIdByEmail } from "@galka/postgres/stores/sign-in";
import { UserError } from "@galka/postgres/user-error";
import { z } from "zod";
import type { Config } from "./config.ts";
import { DEMO_NAME, fillDemo } from "./demo/fill-demo.ts";
import type { DemoWorld } from "./demo/worlds/demo-world.ts";
import { openWorld } from "./demo/worlds/open-world.ts";
import type { RunningServer } from "./main.ts";

/** Who owns the workspace until somebody says otherwise. */
const OWNER = { email: "owner@galka.local", name: "Owner" };

type Say = (line: string) => void;

/**
 * Makes sure that somebody can come in, and answers the address to open.
 *
 * The first start makes the owner and their workspace, in a demo with people and
 * conversations in it. Without GALKA_OWNER_EMAIL the address is a link that signs
 * the owner in once; the one of the start before stops working.
 */
export async function welcome(server: RunningServer, config: Config, say: Say): Promise<string> {
  const { app, house } = server;
  const { email, password } = config.owner ?? { email: OWNER.email, password: null };
  const userId = await house.signIn.ensureAccount({ email, name: OWNER.name, password });
  const before = (await findMemberOfUser(app.db, userId)) ?? (await joinFirstOwner(server, userId));
  const filled = await findFilledDemo(app.db);
  const wantsDemo = house.emulator !== null && filled === null;
  const begins = !before || (wantsDemo && (await isDemo(server, before)));
  if (config.world !== null && !begins && filled?.world !== config.world) {
    throw new UserError(
      `The data in ${config.data} is of something else. Leave GALKA_DATA and DATABASE_URL out to open the world ${config.world} in data of its own.`,
    );
  }
  if (begins) await begin(server, { userId, before, wantsDemo, name: config.world }, say);
  if (config.owner) return `${config.publicUrl}/`;
  return `${config.publicUrl}/sign-in/link/${await house.signIn.makeLink(userId)}`;
}

/** Whoever sets GALKA_OWNER_EMAIL after a first start without it owns what is there. */
async function joinFirstOwner({ app }: RunningServer, userId: string): Promise<Member | null> {
  const first = await findUserIdByEmail(app.db, OWNER.email);
  const member = first === null ? null : await findMemberOfUser(app.db, first);
  if (!member) return null;
  const { workspaceId, name } = member;
  const id = app.ids.next<"member">();
  await inWorkspace(app.db, workspaceId, (tx) =>
    insertMember(tx, { workspaceId, id, userId, name, role: "owner" }, app.clock.now()),
  );
  return findMemberOfUser(app.db, userId);
}

async function isDemo({ app }: RunningServer, { workspaceId }: Member): Promise<boolean> {
  const workspace = await inWorkspace(app.db, workspaceId, (tx) => loadWorkspace(tx, workspaceId));
  return workspace.isDemo;
}

type Beginning = {
  readonly userId: string;
  /** Not null when a start was killed while it filled the demo: what is there is half of it. */
  readonly before: Member | null;
  readonly wantsDemo: boolean;
  /** Of the world that the demo is to be; null is the demo business. */
  readonly name: string | null;
};

async function begin(
  server: RunningServer,
  { userId, before, wantsDemo, name: worldName }: Beginning,
  say: Say,
): Promise<void> {
  const { app, house } = server;
  const world = worldName === null ? null : await openWorld(worldName);
  if (before) {
    const { workspaceId } = before;
    await inWorkspace(app.db, workspaceId, (tx) => deleteWorkspace(tx, workspaceId));
  }
  const workspaceId = app.ids.next<"workspace">();
  const now = app.clock.now();
  await inWorkspace(app.db, workspaceId, async (tx) => {
    const name = wantsDemo ? (world?.workspaceName ?? DEMO_NAME) : "My workspace";
    await insertWorkspace(tx, { id: workspaceId, name, isDemo: wantsDemo }, now);
    // From the first message on, so that nothing is left to be counted when somebody asks.
    await beginCounting(tx, workspaceId, "UTC");
    const id = app.ids.next<"member">();
    await insertMember(tx, { workspaceId, id, userId, name: OWNER.name, role: "owner" }, now);
  });
  const owner = await findMemberOfUser(app.db, userId);
  if (!wantsDemo || !house.emulator || !owner) return;
  say(announcementOf(world));
  await house.emulator.control.post("/reset", {}, z.unknown());
  await house.emulator.clock.follow();
  await fill(server, owner, world, say);
  await markDemoFilled(app.db, { at: new Date(), world: worldName });
}

function announcementOf(world: DemoWorld | null): string {
  if (world === null) return "Filling the demo workspace (once, a few seconds) …";
  const { people, days } = world.whole;
  return `Living through ${days} days with ${people} people (once, many minutes) …`;
}

/** A demo that could not be filled is no reason not to start; it stays as far as it came. */
async function fill(
  { app, house }: RunningServer,
  owner: Member,
  world: DemoWorld | null,
  say: Say,
): Promise<void> {
  const { accounts, signIn, emulator } = house;
  if (!emulator) return;
  const parts = { app, accounts, signIn, emulator };
  try {
    if (world) await world.live(parts, owner, { ...world.whole, say });
    else await fillDemo(parts, owner, say);
  } catch (error) {
    app.log.error({ error }, "The demo could not be filled.");
    say("The demo could not be filled completely; the log says why. Everything else is ready.");
  }
}
