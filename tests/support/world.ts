import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CallAnswer, type CallInput, call } from "@galka/contract/client";
import type { RouteName } from "@galka/contract/routes";
import { type ControlClient, DEMO, startEmulator } from "@galka/emulator";
import { markDemoFilled } from "@galka/postgres/stores/installation";
import { freshDatabase } from "@galka/postgres/testing/fresh-database";
import type { App } from "@galka/server/app";
import { type ServerConfig, readConfig } from "@galka/server/config";
import { welcome } from "@galka/server/first-run";
import type { House } from "@galka/server/compose";
import { startServer } from "@galka/server/main";
import { freePort } from "./galka-process.ts";
import { OWNER, signIn } from "./signed-in.ts";

/** PostgreSQL, emulator and server in this process, and its owner signed in. */
export type World = AsyncDisposable & {
  readonly url: string;
  readonly app: App;
  readonly house: House;
  /** How its server was started, to start another beside it. */
  readonly config: ServerConfig;
  readonly emulator: ControlClient;
  readonly emulatorUrl: string;
  readonly cookie: string;
  readonly phoneNumberId: string;
  readonly api: <R extends RouteName>(name: R, input: CallInput<R>) => Promise<CallAnswer<R>>;
};

/** With the demo in it; or, much sooner, with a workspace in which nothing is yet. */
export async function startWorld(filled: "with demo" | "empty" = "with demo"): Promise<World> {
  await using opened = new AsyncDisposableStack();
  const data = await mkdtemp(join(tmpdir(), "galka-world-"));
  opened.defer(() => rm(data, { recursive: true, force: true }));
  const database = opened.use(await freshDatabase());
  const emulator = opened.use(await startEmulator({ settings: { batchDelayMs: 0 } }));
  const port = await freePort();
  const config = {
    ...readConfig({
      GALKA_DATA: data,
      GALKA_PORT: String(port),
      GALKA_EMULATOR_PORT: new URL(emulator.url).port,
      GALKA_OWNER_EMAIL: OWNER.email,
      GALKA_OWNER_PASSWORD: OWNER.password,
      GALKA_LOG: "error",
    }),
    databaseUrl: database.url,
  };
  const server = opened.use(await startServer(config));
  if (filled === "empty") await markDemoFilled(server.app.db, { at: new Date(), world: null });
  await welcome(server, config, () => {});
  const url = `http://localhost:${port}`;
  const cookie = await signIn(url);
  const closing = opened.move();
  return {
    url,
    app: server.app,
    house: server.house,
    config,
    emulator: emulator.control,
    emulatorUrl: emulator.url,
    cookie,
    phoneNumberId: DEMO.phoneNumberId,
    api: (name, input) => call(name, input, { baseUrl: url, headers: { cookie, origin: url } }),
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}
