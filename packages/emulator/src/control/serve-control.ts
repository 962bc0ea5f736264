import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { isObject, type JsonObject, parseJson } from "../json.ts";
import type { ControlError } from "../wire/control.ts";
import { businessRoutes } from "./business-routes.ts";
import { chatRoutes } from "./chat-routes.ts";
import { deskRoutes } from "./desk-routes.ts";
import { serveEvents } from "./event-stream.ts";
import { faultRoutes } from "./fault-routes.ts";
import { feedbackRoutes } from "./people/feedback-routes.ts";
import { logRoutes } from "./log-routes.ts";
import { controlMediaRoutes, serveControlMedia } from "./media-routes.ts";
import { messageRoutes } from "./message-routes.ts";
import { openApiDocument } from "./open-api.ts";
import { peopleRoutes } from "./people-routes.ts";
import { type ControlCall, ControlRefusal, type ControlRoute, type Desk } from "./route.ts";
import { worldRoutes } from "./world-routes.ts";

export const CONTROL_ROUTES: readonly ControlRoute[] = [
  ...worldRoutes,
  ...peopleRoutes,
  ...chatRoutes,
  ...messageRoutes,
  ...feedbackRoutes,
  ...controlMediaRoutes,
  ...businessRoutes,
  ...deskRoutes,
  ...logRoutes,
  ...faultRoutes,
];

const STATUS = {
  "bad-request": 400,
  "not-found": 404,
  conflict: 409,
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
  app.get("/_emulator/openapi.json", () => openApiDocument(CONTROL_ROUTES, desk.world.publicUrl()));
  app.all("/_emulator/*", (request, reply) => {
    const message = `There is no ${request.method} ${request.url}. See /_emulator/openapi.json.`;
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
    const result: unknown = await route.handle(callOf(desk, route, request));
    await desk.world.db.committed();
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

function callOf(desk: Desk, route: ControlRoute, request: FastifyRequest): ControlCall {
  const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array();
  return {
    desk,
    world: desk.world,
    path: texts(request.params),
    query: texts(request.query),
    body: route.body === undefined ? undefined : parseBody(bytes),
    bytes,
    contentType: request.headers["content-type"] ?? "",
  };
}

function parseBody(bytes: Uint8Array): unknown {
  const value = parseJson(new TextDecoder().decode(bytes));
  if (value !== undefined) return value;
  throw new ControlRefusal("bad-request", "The body is not JSON.");
}

function texts(values: unknown): Readonly<Record<string, string>> {
  const object: JsonObject = isObject(values) ? values : {};
  return Object.fromEntries(
    Object.entries(object).flatMap(([key, value]) =>
      typeof value === "string" ? [[key, value] as const] : [],
    ),
  );
}

function refuse(reply: FastifyReply, refusal: ControlRefusal): FastifyReply {
  const body: ControlError = { error: { code: refusal.code, message: refusal.message } };
  return reply.code(STATUS[refusal.code]).send(body);
}
