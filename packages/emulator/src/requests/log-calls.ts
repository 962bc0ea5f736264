import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { tokenOf } from "../graph/authenticate.ts";
import { objectAt, objectsAt, parseObject, textAt } from "../json.ts";
import type { LoggedRequest } from "../store/requests.ts";
import type { World } from "../world.ts";
import { maskJson, maskPairs } from "./mask.ts";

/** Longer texts are left out of the log, so that it stays small whatever is sent. */
const KEPT_BYTES = 16 * 1024;
/** Names the logged call that a call repeats. */
export const REPLAY_HEADER = "x-galka-replay-of";

/** Keeps every call to the routes of `app` in the log, also those that get no answer. */
export function logCalls(app: FastifyInstance, world: World): void {
  if (!world.requests.on) return;
  const logged = new WeakSet<FastifyRequest>();
  const log = (request: FastifyRequest, reply: FastifyReply, payload: unknown): void => {
    if (logged.has(request)) return;
    logged.add(request);
    world.requests.add(entryOf(world, request, reply, payload));
  };
  app.addHook("onRequest", async (request, reply) => {
    reply.raw.once("close", () => log(request, reply, undefined));
  });
  app.addHook("onSend", async (request, reply, payload) => log(request, reply, payload ?? ""));
}

/** `payload` is `undefined` when the connection ended without an answer. */
function entryOf(
  world: World,
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Omit<LoggedRequest, "id"> {
  const [path = "", query = ""] = request.url.split(/(?=\?)/, 2);
  const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array();
  const contentType = request.headers["content-type"] ?? null;
  const body = bodyText(bytes, contentType ?? "", path);
  const answer = typeof payload === "string" ? shortened(maskJson(payload, path)) : null;
  return {
    at: world.clock.now(),
    method: request.method,
    path,
    query: maskPairs(query, path),
    contentType,
    body,
    bodySize: bytes.length,
    status: payload === undefined ? null : reply.statusCode,
    ...problemIn(reply, answer),
    answer,
    durationMs: reply.elapsedTime,
    ...subjectOf(world, { path, body, answer }),
    ...callerOf(world, request),
    replayOf: replayOf(request),
  };
}

function bodyText(bytes: Uint8Array, type: string, path: string): string | null {
  if (bytes.length === 0 || bytes.length > KEPT_BYTES) return null;
  const kind = type.toLowerCase();
  const decode = () => new TextDecoder().decode(bytes);
  if (kind.includes("json")) return maskJson(decode(), path);
  if (kind.startsWith("application/x-www-form-urlencoded")) return maskPairs(decode(), path);
  return null;
}

function shortened(text: string): string | null {
  return text === "" || text.length > KEPT_BYTES ? null : text;
}

function problemIn(reply: FastifyReply, answer: string | null) {
  if (reply.statusCode < 400 || answer === null) return { code: null, subcode: null };
  const error = objectAt(parseObject(answer), "error") ?? {};
  const code = error["code"];
  const subcode = error["error_subcode"];
  return {
    code: typeof code === "number" ? code : null,
    subcode: typeof subcode === "number" ? subcode : null,
  };
}

/** The number, the person and the message that the call is about. */
function subjectOf(
  world: World,
  { path, body, answer }: { path: string; body: string | null; answer: string | null },
) {
  const [, id = "", edge = ""] = /^(?:\/+v\d+\.\d+)?\/+([^/]*)\/?([^/]*)/.exec(path) ?? [];
  const phoneNumberId = world.kinds.numbers.find(id) === null ? null : id;
  if (edge !== "messages" && edge !== "marketing_messages") {
    return { phoneNumberId, recipient: null, wamid: null };
  }
  const asked = parseObject(body ?? "");
  const to = textAt(asked, "to")?.replaceAll(/[\s()+-]/g, "") ?? textAt(asked, "recipient");
  const sent = objectsAt(parseObject(answer ?? ""), "messages")[0] ?? {};
  const wamid = textAt(sent, "id") ?? textAt(asked, "message_id") ?? null;
  return { phoneNumberId, recipient: to ?? null, wamid };
}

/** A token that is not the emulator's may be a real one, sent here by mistake: it is not kept. */
function callerOf(world: World, request: FastifyRequest) {
  const query = new URLSearchParams(request.url.split("?", 2)[1] ?? "").get("access_token");
  const token = tokenOf(request.headers, query ?? undefined);
  const known = token !== null && world.kinds.tokens.find(token) !== null;
  return { token: known ? token : null, tokenEnd: token?.slice(-4) ?? null };
}

function replayOf(request: FastifyRequest): number | null {
  const id = Number(request.headers[REPLAY_HEADER] ?? 0);
  return Number.isInteger(id) && id > 0 ? id : null;
}
