import type { FastifyInstance, FastifyRequest } from "fastify";
import { RefusedRequest } from "./refusals.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses what another site's page sends with a member's cookie.
 *
 * Browsers say where a request comes from (Sec-Fetch-Site, Origin) and a page
 * cannot forge that. Whoever sends neither is no browser and has no cookie that
 * a foreign page could have used. Webhooks carry a signature instead of a
 * cookie and are left alone.
 */
export function addSameOriginCheck(server: FastifyInstance, publicUrl: string): void {
  server.addHook("onRequest", async (request) => {
    if (SAFE.has(request.method)) return;
    if (!comesFromHere(request, publicUrl)) {
      throw new RefusedRequest("forbidden", { because: "another-site" });
    }
  });
}

/** Whether the page that sent this is ours, as far as the browser says. */
export function comesFromHere(request: FastifyRequest, publicUrl: string): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  const { origin } = request.headers;
  if (origin === undefined) return true;
  return origin === new URL(publicUrl).origin || origin === `${request.protocol}://${request.host}`;
}
