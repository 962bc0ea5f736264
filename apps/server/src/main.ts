import type { AddressInfo } from "node:net";
import { noteStart } from "@galka/postgres/stores/installation";
import type { FastifyInstance } from "fastify";
import type { App } from "./app.ts";
import { systemClock } from "./clock.ts";
import { type House, compose } from "./compose.ts";
import { type Role, type ServerConfig, pathsIn } from "./config.ts";
import { healthOf } from "./health-of.ts";
import { buildHttp } from "./http/build-http.ts";
import { buildIntake } from "./http/build-intake.ts";
import { webhookRoutes } from "./http/webhooks/meta.ts";
import { startRealtime } from "./realtime/realtime.ts";
import { rememberAttempts } from "./sign-in/attempts.ts";
import { startReceptionBeat } from "./workers/reception-beat.ts";
import { fileWitness } from "./witness/file-witness.ts";
import { startWorkers } from "./workers/start-workers.ts";

export type RunningServer = AsyncDisposable & {
  readonly url: string;
  readonly app: App;
  readonly house: House;
};

/**
 * Starts the roles that the configuration names.
 *
 * Disposing of it stops in the order in which nothing is lost: no more requests,
 * then the workers finish what they have in hand, then the connections close.
 */
export async function startServer(config: ServerConfig): Promise<RunningServer> {
  await using started = new AsyncDisposableStack();
  const house = started.use(await compose(config));
  await noteStart(house.app.db, house.settings.version);
  started.use(
    await startWorkers(house.app, config.roles, {
      databaseUrl: config.databaseUrl,
      egress: house.egress,
      push: house.push,
      witness: fileWitness(pathsIn(config.data).mark),
    }),
  );
  const server = config.roles.has("web")
    ? await serveEverything(house, config.roles, started)
    : await serveIntake(house, config.roles, started);
  await server.listen({ host: config.host, port: config.port });
  if (config.roles.has("ingest")) started.use(startReceptionBeat(house.app));
  const running = started.move();
  return {
    url: addressOf(server),
    app: house.app,
    house,
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

type Roles = ReadonlySet<Role>;

async function serveEverything(
  house: House,
  roles: Roles,
  started: AsyncDisposableStack,
): Promise<FastifyInstance> {
  const { app, accounts, profiles, push, signIn, mail, settings } = house;
  const realtime = startRealtime(app, {
    version: settings.version,
    webhookUrl: accounts.webhookUrl,
  });
  const stopListening = house.emulator?.clock.onMoved(() => realtime.clockMoved());
  // Guessing is limited by the machine's time: the business's can be moved by anyone in a demo.
  const attempts = rememberAttempts(systemClock);
  const desk = { app, accounts, profiles, push, signIn, mail, settings, realtime, attempts };
  const webhooks = roles.has("ingest") ? webhookRoutes(app) : null;
  const server = await buildHttp({ desk, health: healthOf(house), webhooks });
  started.defer(async () => {
    stopListening?.();
    // The sockets first: the server waits for every one of them.
    await realtime[Symbol.asyncDispose]();
    await server.close();
  });
  return server;
}

async function serveIntake(
  house: House,
  roles: Roles,
  started: AsyncDisposableStack,
): Promise<FastifyInstance> {
  const webhooks = roles.has("ingest") ? webhookRoutes(house.app) : null;
  const server = await buildIntake(house.settings, healthOf(house), webhooks);
  started.defer(() => server.close());
  return server;
}

function addressOf(server: FastifyInstance): string {
  const address: AddressInfo | string | null = server.server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  const host = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
