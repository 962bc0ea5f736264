import type { FastifyInstance, FastifyRequest } from "fastify";
import { isLoopback } from "../egress/addresses.ts";
import type { HttpSettings } from "./desk.ts";

/** What the server knows of its own state. */
export type Health = {
  /** What keeps it from working, by name; everything is well when empty. */
  problems(): Promise<readonly string[]>;
  /** The metrics in Prometheus' form. */
  metrics(): Promise<{ readonly contentType: string; readonly text: string }>;
};

/** `/healthz`: the process lives. `/readyz`: it can do its work. `/metrics`: for Prometheus. */
export function addHealth(server: FastifyInstance, settings: HttpSettings, health: Health): void {
  server.get("/healthz", async () => ({ status: "ok", version: settings.version }));
  server.get("/readyz", async (_request, reply) => {
    const problems = await health.problems();
    if (problems.length === 0) return { status: "ready" };
    return reply.code(503).send({ status: "not ready", problems });
  });
  server.get("/metrics", async (request, reply) => {
    if (!maySeeMetrics(request, settings.metricsToken)) return reply.callNotFound();
    const { contentType, text } = await health.metrics();
    return reply.type(contentType).send(text);
  });
}

function maySeeMetrics(request: FastifyRequest, token: string | null): boolean {
  if (token === null) return isLoopback(request.ip);
  return request.headers.authorization === `Bearer ${token}`;
}
