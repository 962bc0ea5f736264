import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import type { App } from "./app.ts";
import { type House, compose } from "./compose.ts";
import type { ServerConfig } from "./config.ts";
import { healthOf } from "./health-of.ts";
import { buildHttp } from "./http/build-http.ts";
import { startRealtime } from "./realtime/realtime.ts";
import { rememberAttempts } from "./sign-in/attempts.ts";
import { systemClock } from "./clock.ts";

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
  const server = await serveHttp(house, started);
  await server.listen({ host: config.host, port: config.port });
  const running = started.move();
  return {
    url: addressOf(server),
    app: house.app,
    house,
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

async function serveHttp(house: House, started: AsyncDisposableStack): Promise<FastifyInstance> {
  const { app, accounts, signIn, settings } = house;
  const realtime = startRealtime(app, {
    version: settings.version,
    webhookUrl: accounts.webhookUrl,
  });
  const stopListening = house.emulator?.clock.onMoved(() => realtime.clockMoved());
  // Guessing is limited by the machine's time: the business's can be moved by anyone in a demo.
  const attempts = rememberAttempts(systemClock);
  const desk = { app, accounts, signIn, settings, realtime, attempts };
  const server = await buildHttp({ desk, health: healthOf(house) });
  started.defer(async () => {
    stopListening?.();
    // The sockets first: the server waits for every one of them.
    await realtime[Symbol.asyncDispose]();
    await server.close();
  });
  return server;
}

function addressOf(server: FastifyInstance): string {
  const address: AddressInfo | string | null = server.server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  const host = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
