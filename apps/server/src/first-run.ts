import { inWorkspace } from "@galka/postgres/database";
import { findDemoFilledAt, markDemoFilled } from "@galka/postgres/stores/installation";
import { findMemberOfUser, insertMember, insertWorkspace } from "@galka/postgres/stores/members";
import type { Config } from "./config.ts";
import { DEMO_NAME, fillDemo } from "./demo/fill-demo.ts";
import type { RunningServer } from "./main.ts";

/** Who owns the workspace until somebody says otherwise. */
const OWNER = { email: "owner@galka.local", name: "Owner" };

/**
 * Makes sure that somebody can come in, and answers the address to open.
 *
 * The first start makes the owner and their workspace, in a demo with people and
 * conversations in it. A start without GALKA_OWNER_EMAIL prints a link that signs
 * the owner in once; the one before it stops working.
 */
export async function welcome(
  server: RunningServer,
  config: Config,
  say: (line: string) => void,
): Promise<string> {
  const { app, house } = server;
  const { email, password } = config.owner ?? { email: OWNER.email, password: null };
  const userId = await house.signIn.ensureAccount({ email, name: OWNER.name, password });
  const workspaceId = await ensureWorkspace(server, config, userId);
  const owner = await findMemberOfUser(app.db, userId);
  if (owner && house.emulator && (await findDemoFilledAt(app.db)) === null) {
    say("Filling the demo workspace (once, a few seconds) …");
    await fillDemo({ app, accounts: house.accounts, emulator: house.emulator }, owner, say);
    await markDemoFilled(app.db, new Date());
  }
  app.log.info({ workspaceId }, "The owner can come in.");
  if (config.owner) return `${config.publicUrl}/`;
  return `${config.publicUrl}/sign-in/link/${await house.signIn.makeLink(userId)}`;
}

async function ensureWorkspace(
  { app }: RunningServer,
  config: Config,
  userId: string,
): Promise<string> {
  const before = await findMemberOfUser(app.db, userId);
  if (before) return before.workspaceId;
  const id = app.ids.next<"workspace">();
  const now = app.clock.now();
  await inWorkspace(app.db, id, async (tx) => {
    const name = config.demo ? DEMO_NAME : "My workspace";
    await insertWorkspace(tx, { id, name, isDemo: config.demo }, now);
    await insertMember(
      tx,
      { workspaceId: id, id: app.ids.next<"member">(), userId, name: OWNER.name, role: "owner" },
      now,
    );
  });
  return id;
}
