import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import { RefusedRequest } from "./refusals.ts";

/** What one member, or one address without a member, may ask in a minute. A busy page asks some sixty times. */
const REQUESTS_PER_MINUTE = 1_200;

/** Keeps one caller from using up the server. */
export async function addRateLimit(server: FastifyInstance): Promise<void> {
  await server.register(rateLimit, {
    global: true,
    max: REQUESTS_PER_MINUTE,
    timeWindow: 60_000,
    // After the session is known.
    hook: "preParsing",
    // The page's own files lie in memory and cost nothing; a team behind one address loads them many times.
    allowList: (request) => request.url.startsWith("/assets/"),
    keyGenerator: (request) => request.member?.id ?? request.ip,
    errorResponseBuilder: (_request, context) =>
      new RefusedRequest("too-many-requests", { afterSeconds: Math.ceil(context.ttl / 1000) }),
  });
}
