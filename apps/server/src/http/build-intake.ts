import Fastify, { type FastifyInstance } from "fastify";
import type { HttpSettings } from "./desk.ts";
import { isNearest } from "./nearest-proxy.ts";
import { type Health, addHealth } from "./health.ts";

/** The server of a process without the page: webhooks if it receives them, and its health. */
export async function buildIntake(
  settings: HttpSettings,
  health: Health,
  webhooks: ((server: FastifyInstance) => Promise<void>) | null,
): Promise<FastifyInstance> {
  const server = Fastify({
    logger: false,
    trustProxy: settings.trustProxy ? isNearest : false,
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: 300 },
  });
  if (webhooks) await server.register(webhooks);
  addHealth(server, settings, health);
  return server;
}
