import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { ControlError } from "../wire/control.ts";
import { CONTROL_ROUTES } from "./all-routes.ts";
import { apiPage } from "./api-page.ts";
import { EVENTS, serveEvents } from "./event-stream.ts";
import { openApiDocument } from "./open-api.ts";
import { readCall } from "./read-call.ts";
import { ControlRefusal, type ControlRoute, type DescribedRoute, type Desk } from "./route.ts";
import { MEDIA_BYTES, serveControlMedia } from "./routes/media-routes.ts";

const DOCUMENT: DescribedRoute = {
  method: "GET",
  path: "/openapi.json",
  summary: "This document",
  answer: "an OpenAPI 3.1 document",
};

const PAGE: DescribedRoute = {
  method: "GET",
  path: "/docs",
  summary: "This document as a page to read",
  answer: "a page",
  answerType: "text/html",
};

/** Everything under `/_emulator/`. */
export const DESCRIBED: readonly DescribedRoute[] = [
  ...CONTROL_ROUTES,
  MEDIA_BYTES,
  EVENTS,
  DOCUMENT,
  PAGE,
];

const STATUS = {
  "bad-request": 400,
  "not-found": 404,
  conflict: 409,
  "no-key": 401,
} as const satisfies Record<ControlError["error"]["code"], number>;

/** Serves everything under `/_emulator/`. */
export function serveControl(app: FastifyInstance, desk: Desk): void {
  for (const route of CONTROL_ROUTES) {
    app.route({
      method: route.method,
      url: `/_emulator${route.path.replaceAll(/\{(\w+)\}/g, ":$1")}`,
      handler: (request, reply) => answer(desk, route, request, reply),
    });
  }
  serveControlMedia(app, desk.world);
  serveEvents(app, desk.world);
  const document = () => openApiDocument(DESCRIBED, desk.world.publicUrl());
  app.get("/_emulator/openapi.json", document);
  app.get("/_emulator/docs", (_request, reply) => reply.type("text/html").send(apiPage(DESCRIBED)));
  app.all("/_emulator/*", (request, reply) => {
    const message = `There is no ${request.method} ${request.url}. See /_emulator/docs.`;
    return refuse(reply, new ControlRefusal("not-found", message));
  });
}

async function answer(
  desk: Desk,
  route: ControlRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  try {
    requireOwnOrigin(request);
    const result: unknown = await route.handle(readCall(desk, route, request));
    await desk.world.db.committed();
    if (result instanceof Uint8Array) {
      return await reply
        .type(route.answerType ?? "application/octet-stream")
        .send(Buffer.from(result));
    }
    return await reply.type("application/json").send(JSON.stringify(result));
  } catch (error) {
    if (error instanceof z.ZodError) {
      const message = `The body is not as it should be. ${z.prettifyError(error)}`;
      return refuse(reply, new ControlRefusal("bad-request", message));
    }
    if (error instanceof ControlRefusal) return refuse(reply, error);
    throw error;
  }
}

/** A page of another site must not play with the world, even where it may send requests. */
function requireOwnOrigin(request: FastifyRequest): void {
  const { origin, host } = request.headers;
  if (origin === undefined || !URL.canParse(origin)) return;
  const url = new URL(origin);
  if (url.host === host || ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname)) return;
  throw new ControlRefusal(
    "bad-request",
    `Pages of ${origin} may not use the control API. Open the emulator under its own address.`,
  );
}

function refuse(reply: FastifyReply, refusal: ControlRefusal): FastifyReply {
  const body: ControlError = { error: { code: refusal.code, message: refusal.message } };
  return reply.code(STATUS[refusal.code]).send(body);
}
