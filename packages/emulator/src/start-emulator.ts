import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import fastify, { type FastifyInstance } from "fastify";
import { type Beginning, resetWorld } from "./begin-world.ts";
import { buildWorld, listensAt } from "./build-world.ts";
import { guardControl, requireControlKey } from "./control/control-key.ts";
import { serveControl } from "./control/serve-control.ts";
import { readDescription, readWorldFile } from "./description/read-description.ts";
import type { WorldDescription } from "./description/world-description.ts";
import { serveGraph } from "./graph/dispatch.ts";
import { type TestKit, testKit } from "./kit/test-kit.ts";
import type { Loop } from "./loop.ts";
import { logCalls } from "./requests/log-calls.ts";
import { serveQrImages } from "./qr/serve-qr-images.ts";
import { replayCall } from "./requests/replay-call.ts";
import { serveMediaBytes } from "./routes/media.ts";
import { serveSamples } from "./routes/templates/serve-samples.ts";
import { servePage } from "./serve-page.ts";
import { insertDue } from "./store/due.ts";
import { listUntransported } from "./store/recover.ts";
import { restoreSnapshot } from "./snapshots/take-snapshot.ts";
import { Database } from "./store/sqlite.ts";
import type { SettingsPatch } from "./wire/control.ts";
import type { World } from "./world.ts";

export type EmulatorOptions = {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly host?: string;
  /** Where the state is kept. Without it the world lives in memory and ends with the process. */
  readonly dataDir?: string;
  /** The address that media URLs and paging links begin with. */
  readonly publicUrl?: string;
  /** The built phones page. */
  readonly pageDir?: string;
  /** What is there at the first moment, or a file that says it; the demo's business when absent. */
  readonly world?: WorldDescription | string;
  /** A snapshot to begin with; it replaces whatever the data directory holds. */
  readonly snapshot?: Uint8Array;
  /** Message ids and BSUIDs follow from it. */
  readonly seed?: string;
  readonly settings?: SettingsPatch;
  /** How many Graph calls the request log keeps; 5,000 when absent, 0 keeps none. */
  readonly requestLogSize?: number;
  /** What the control API asks for. Needed when `host` is not this machine alone. */
  readonly controlKey?: string;
  /** Outgoing HTTP: webhooks, handshakes, media by link. */
  readonly fetch?: typeof fetch;
  /** The machine's clock, which the emulator's clock is relative to. */
  readonly machineClock?: () => number;
};

export type Emulator = AsyncDisposable &
  TestKit & {
    /** Base URL of Graph, of the control API and of the phones page. */
    readonly url: string;
  };

const BODY_MAX = 110 * 1024 * 1024;

/**
 * Starts an emulator. It stops when disposed, after the webhooks under way have ended.
 *
 * @throws SnapshotError when `snapshot` is none, or a newer emulator's.
 * @throws WorldDescriptionError when `world` is not as it should be.
 * @throws ControlKeyError when it would listen beyond this machine without a control key.
 *
 * @example
 * ```ts
 * await using meta = await startEmulator({ world: { people: [{ name: "Ana" }] } });
 * await meta.phone("Ana").sends("Hello?");
 * ```
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const host = options.host ?? "127.0.0.1";
  requireControlKey(host, options.controlKey ?? null);
  const beginning = beginningOf(options);
  const database = openDatabase(options.dataDir);
  const { world, loop } = buildWorld(database, options, beginning);
  const app = fastify({
    bodyLimit: BODY_MAX,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 2000 },
  });
  try {
    guardControl(app, options.controlKey ?? null, () => new URL(world.publicUrl()).hostname);
    await serve(app, world, loop, { beginning, pageDir: options.pageDir ?? usualPageDir() });
    if (options.snapshot !== undefined) await restoreSnapshot(world, loop, options.snapshot);
    await app.listen({ port: options.port ?? 0, host });
  } catch (error) {
    database.close();
    throw error;
  }
  listensAt(world, options.publicUrl ?? addressOf(app));
  recover(world);
  loop.start();
  const url = addressOf(app);
  // Not spread: its ids are looked up when they are asked for.
  return Object.assign(testKit(world, url, options.controlKey), {
    url,
    [Symbol.asyncDispose]: async () => {
      await app.close();
      await loop.close();
      world.requests.flush();
      database.close();
    },
  });
}

function beginningOf({ seed, settings, world }: EmulatorOptions): Beginning {
  return {
    seed,
    settings,
    described: typeof world === "string" ? readWorldFile(world) : world && readDescription(world),
  };
}

/** Beside the built code in the published package; in the repository where it is built. */
function usualPageDir(): string {
  const published = join(import.meta.dirname, "page");
  return existsSync(published) ? published : join(import.meta.dirname, "../../../apps/phone/dist");
}

function openDatabase(dataDir: string | undefined): Database {
  if (dataDir === undefined) return new Database(":memory:");
  mkdirSync(dataDir, { recursive: true });
  return new Database(join(dataDir, "emulator.sqlite"));
}

async function serve(
  app: FastifyInstance,
  world: World,
  loop: Loop,
  { beginning, pageDir }: { readonly beginning: Beginning; readonly pageDir: string },
): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  serveControl(app, {
    world,
    loop,
    reset: (described) => resetWorld(world, described === undefined ? beginning : { described }),
    replay: (request) => replayCall(addressOf(app), request),
  });
  await servePage(app, pageDir);
  serveQrImages(app, world);
  await app.register(async (graph) => {
    logCalls(graph, world);
    serveMediaBytes(graph, world);
    serveSamples(graph, world);
    serveGraph(graph, world);
  });
}

/** Work that was outside when the process ended, such as fetching a link, begins again. */
function recover(world: World): void {
  const at = world.clock.now();
  world.db.write(() => {
    for (const id of listUntransported(world.db)) {
      insertDue(world.db, { at, kind: "transport", subject: String(id) });
    }
  });
}

function addressOf(app: FastifyInstance): string {
  const address = app.server.address();
  if (address === null || typeof address === "string")
    throw new Error("The emulator does not listen");
  const host = address.family === "IPv6" ? `[${address.address}]` : address.address;
  const reachable = host === "0.0.0.0" || host === "[::]" ? "localhost" : host;
  return `http://${reachable}:${address.port}`;
}
