import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { call } from "@galka/contract/client";
import { type ControlClient, controlClient } from "@galka/emulator";
import { startPostgres } from "@galka/postgres/embedded/start-postgres";
import { migrate } from "@galka/postgres/migrate";
import { startNode } from "../../tests/chaos/campaign/part.ts";
import type { Api } from "../../tests/support/campaigns/people.ts";
import { freePort } from "../../tests/support/galka-process.ts";
import { OWNER, signIn } from "../../tests/support/signed-in.ts";

const ROLE = join(import.meta.dirname, "../../tests/chaos/campaign/role.ts");
const EMULATOR = join(import.meta.dirname, "../../packages/emulator/src/bin.ts");

/** All of Galka in one process with nothing in it, its database, and an emulator beside it. */
export type House = AsyncDisposable & {
  readonly api: Api;
  readonly emulator: ControlClient;
  readonly emulatorUrl: string;
  readonly databaseUrl: string;
  readonly serverPid: number;
};

/** With `profile`, the server writes where its processor time goes into that directory when it ends. */
export async function openHouse(profile: string | null): Promise<House> {
  await using opened = new AsyncDisposableStack();
  const data = mkdtempSync(join(tmpdir(), "galka-bench-"));
  opened.defer(() => rmSync(data, { recursive: true, force: true }));
  const [port, emulatorPort] = [await freePort(), await freePort()];
  const database = opened.use(
    await startPostgres({
      directory: join(data, "database"),
      durability: "durable",
      say: () => {},
    }),
  );
  await migrate(database.url, () => {});
  opened.use(
    await startNode({
      script: EMULATOR,
      args: [`--port=${emulatorPort}`, `--data=${join(data, "emulator")}`, "--end-with-parent"],
      environment: {},
      ready: /listening on http/,
    }),
  );
  const server = opened.use(
    await startNode({
      script: ROLE,
      args: [],
      options: profile === null ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`],
      environment: {
        DATABASE_URL: database.url,
        GALKA_DATA: join(data, "server"),
        GALKA_PORT: String(port),
        GALKA_EMULATOR_PORT: String(emulatorPort),
        GALKA_SECRET_KEY: randomBytes(32).toString("base64"),
        GALKA_OWNER_EMAIL: OWNER.email,
        GALKA_OWNER_PASSWORD: OWNER.password,
        GALKA_LOG: "error",
      },
      ready: /ready/,
    }),
  );
  const url = `http://localhost:${port}`;
  const cookie = await signIn(url);
  const closing = opened.move();
  return {
    api: (name, input) => call(name, input, { baseUrl: url, headers: { cookie, origin: url } }),
    emulator: controlClient(`http://127.0.0.1:${emulatorPort}`),
    emulatorUrl: `http://127.0.0.1:${emulatorPort}`,
    databaseUrl: database.url,
    serverPid: server.pid,
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}
