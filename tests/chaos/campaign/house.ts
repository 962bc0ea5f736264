import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { call } from "@galka/contract/client";
import { type ControlClient, controlClient } from "@galka/emulator";
import { startPostgres } from "@galka/postgres/embedded/start-postgres";
import { migrate } from "@galka/postgres/migrate";
import { freePort } from "../../support/galka-process.ts";
import { OWNER, signIn } from "../../support/signed-in.ts";
import type { Api } from "../../support/campaigns/people.ts";
import { type Part, openPart, startNode } from "./part.ts";

const ROLE = join(import.meta.dirname, "role.ts");
const EMULATOR = join(import.meta.dirname, "../../../packages/emulator/src/bin.ts");

/** Two of those of which only one may work at a time. */
const ROLES = {
  web: "web",
  ingest: "ingest",
  apply: "apply",
  "sender one": "send",
  "sender two": "send",
  "scheduler one": "work",
  "scheduler two": "work",
} as const;
export type RoleName = keyof typeof ROLES;
export type PartName = RoleName | "database" | "emulator";

export type House = AsyncDisposable & {
  readonly api: Api;
  /** Calls as another member, who signed in elsewhere. */
  readonly asMember: (cookie: string) => Api;
  readonly url: string;
  readonly origin: string;
  readonly emulator: ControlClient;
  readonly emulatorUrl: string;
  readonly databaseUrl: () => string;
  readonly parts: Readonly<Record<PartName, Part>>;
  /** Stops Galka and its database, keeps a copy of its files, and starts both again. */
  keepCopy(): Promise<void>;
  /** Puts the copy in the place of the database, as an operator does who restores it. */
  restoreCopy(): Promise<void>;
};

/** Galka in a process for each role, two senders and two schedulers among them, with a database and an emulator. */
export async function openHouse(): Promise<House> {
  await using opened = new AsyncDisposableStack();
  const data = mkdtempSync(join(tmpdir(), "galka-chaos-"));
  opened.defer(() => rmSync(data, { recursive: true, force: true }));
  const database = join(data, "database");
  const copy = join(data, "copy");
  let databaseUrl = "";
  const emulatorPort = await freePort();
  const places = await placesOf(data, emulatorPort);
  const parts = {
    ...rolesOf(places, () => databaseUrl),
    database: openPart("database", async () => {
      const running = await startPostgres({
        directory: database,
        durability: "durable",
        say: () => {},
      });
      databaseUrl = running.url;
      return running;
    }),
    emulator: openPart("emulator", () =>
      startNode({
        script: EMULATOR,
        args: [`--port=${emulatorPort}`, `--data=${join(data, "emulator")}`, "--end-with-parent"],
        environment: {},
        ready: /listening on http/,
      }),
    ),
  };
  const roles = Object.values(forEachRole((name) => parts[name]));
  for (const part of [parts.database, parts.emulator]) await up(part, opened);
  await migrate(databaseUrl, () => {});
  for (const part of roles) await up(part, opened);

  const url = `http://localhost:${places.web.port}`;
  const cookie = await signIn(url, places.origin);
  const asMember =
    (member: string): Api =>
    (name, input) =>
      call(name, input, { baseUrl: url, headers: { cookie: member, origin: places.origin } });
  const rest = async (work: () => void) => {
    await Promise.all(roles.map((part) => part.down()));
    await parts.database.down();
    work();
    await parts.database.up();
    await Promise.all(roles.map((part) => part.up()));
  };
  const closing = opened.move();
  return {
    api: asMember(cookie),
    asMember,
    url,
    origin: places.origin,
    emulator: controlClient(`http://127.0.0.1:${emulatorPort}`),
    emulatorUrl: `http://127.0.0.1:${emulatorPort}`,
    databaseUrl: () => databaseUrl,
    parts,
    keepCopy: () =>
      rest(() => {
        rmSync(copy, { recursive: true, force: true });
        // With its owner: PostgreSQL does not run as root.
        execFileSync("cp", ["-a", database, copy]);
      }),
    restoreCopy: () =>
      rest(() => {
        rmSync(join(database, "cluster"), { recursive: true });
        execFileSync("cp", ["-a", join(copy, "cluster"), join(database, "cluster")]);
      }),
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}

async function up(part: Part, opened: AsyncDisposableStack): Promise<void> {
  await part.up();
  opened.defer(() => part.down());
}

type Places = {
  readonly origin: string;
  readonly web: { readonly port: number };
  readonly environments: Readonly<Record<RoleName, Readonly<Record<string, string>>>>;
};

/** A data directory and a port for each role; the files are shared, as between machines. */
async function placesOf(data: string, emulatorPort: number): Promise<Places> {
  mkdirSync(join(data, "files"));
  const ports = new Map<string, number>();
  for (const name of Object.keys(ROLES)) ports.set(name, await freePort());
  const origin = `http://localhost:${ports.get("ingest")}`;
  const secretKey = randomBytes(32).toString("base64");
  const environments = forEachRole((name) => {
    const own = join(data, name.replace(" ", "-"));
    mkdirSync(own);
    symlinkSync(join(data, "files"), join(own, "files"));
    return {
      GALKA_DATA: own,
      GALKA_ROLES: ROLES[name],
      GALKA_PORT: String(ports.get(name)),
      GALKA_PUBLIC_URL: origin,
      GALKA_EMULATOR_PORT: String(emulatorPort),
      GALKA_SECRET_KEY: secretKey,
      GALKA_OWNER_EMAIL: OWNER.email,
      GALKA_OWNER_PASSWORD: OWNER.password,
      GALKA_LOG: "error",
    };
  });
  return { origin, web: { port: ports.get("web") ?? 0 }, environments };
}

function rolesOf({ environments }: Places, databaseUrl: () => string): Record<RoleName, Part> {
  return forEachRole((name) =>
    openPart(name, () =>
      startNode({
        script: ROLE,
        args: [],
        environment: { ...environments[name], DATABASE_URL: databaseUrl() },
        ready: /ready/,
      }),
    ),
  );
}

function forEachRole<T>(make: (name: RoleName) => T): Record<RoleName, T> {
  return {
    web: make("web"),
    ingest: make("ingest"),
    apply: make("apply"),
    "sender one": make("sender one"),
    "sender two": make("sender two"),
    "scheduler one": make("scheduler one"),
    "scheduler two": make("scheduler two"),
  };
}
