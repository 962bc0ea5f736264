import type { Member } from "@galka/core/workspaces/member";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Desk } from "./desk.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Who asks; null when nobody is signed in. */
    member: Member | null;
    sessionId: string | null;
  }
}

/** Where it matters who asks. Everything else (the page, health) is the same for all. */
const ASKS_WHO = /^\/(?:api\/v1|files)\//;

/** Finds out who asks before any body is read. */
export function addSession(server: FastifyInstance, desk: Desk): void {
  server.decorateRequest("member", null);
  server.decorateRequest("sessionId", null);
  server.addHook("onRequest", async (request) => {
    if (!ASKS_WHO.test(request.url)) return;
    const session = await desk.signIn.sessionOf(webHeaders(request));
    request.member = session?.member ?? null;
    request.sessionId = session?.sessionId ?? null;
  });
}

/** The request's headers as the web's own type, with the peer's address as this server sees it. */
export function webHeaders(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === "string") headers.set(name, value);
  }
  headers.set(ADDRESS_HEADER, request.ip);
  return headers;
}

/** Only this server sets it: `webHeaders` writes over whatever came in. */
export const ADDRESS_HEADER = "x-galka-address";
