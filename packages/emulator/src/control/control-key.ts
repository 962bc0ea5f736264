import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ControlError } from "../wire/control.ts";

const COOKIE = "galka_emulator";
const SHORTEST = 16;

/** Beyond this machine whoever reaches the port could play with the world, so a key is demanded. */
export class ControlKeyError extends Error {
  override readonly name = "ControlKeyError";
}

export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, "").toLowerCase();
  return name === "localhost" || name.endsWith(".localhost") || name === "::1" || isLoopback4(name);
}

function isLoopback4(name: string): boolean {
  return /^127(\.\d{1,3}){3}$/.test(name);
}

/** @throws ControlKeyError when `host` needs a key and there is none, or it is too short. */
export function requireControlKey(host: string, key: string | null): void {
  if (key === null && !isLoopback(host)) {
    throw new ControlKeyError(
      `Listening on ${host} lets other machines reach the control API. Give it a key with --control-key or GALKA_EMULATOR_CONTROL_KEY (at least ${SHORTEST} characters), or listen on 127.0.0.1.`,
    );
  }
  if (key !== null && key.length < SHORTEST) {
    throw new ControlKeyError(`The control key must have at least ${SHORTEST} characters.`);
  }
}

/**
 * Lets only those who have the key at the control API and the phones page.
 *
 * Programs send `Authorization: Bearer <key>`; a browser opens the page once
 * with `?key=<key>` and keeps a cookie, since neither an event stream nor an
 * image can carry a header. Without a key only this machine is listened to,
 * also by name: a page elsewhere whose name is made to lead here is refused.
 */
export function guardControl(
  app: FastifyInstance,
  key: string | null,
  ownHost: () => string,
): void {
  app.addHook("onRequest", async (request, reply) => {
    const route = request.routeOptions.url ?? "";
    const control = route.startsWith("/_emulator");
    if (!control && route !== "/") return undefined;
    if (key === null) {
      return control && !isOwnHost(request, ownHost()) ? refuseHost(request, reply) : undefined;
    }
    if (hasKey(request, key)) return undefined;
    return control ? refuse(reply) : askForKey(request, reply, key);
  });
}

function isOwnHost(request: FastifyRequest, ownHost: string): boolean {
  return isLoopback(request.hostname) || request.hostname === ownHost;
}

function hasKey(request: FastifyRequest, key: string): boolean {
  const header = /^Bearer (.+)$/i.exec(request.headers.authorization ?? "")?.[1];
  if (header !== undefined && equal(header, key)) return true;
  const cookie = new RegExp(`(?:^|; )${COOKIE}=([^;]+)`).exec(request.headers.cookie ?? "")?.[1];
  return cookie !== undefined && equal(cookie, cookieOf(key));
}

/** The cookie proves that its owner had the key, and does not tell it. */
function cookieOf(key: string): string {
  return createHmac("sha256", key).update("control").digest("base64url");
}

function equal(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

function refuse(reply: FastifyReply): FastifyReply {
  const message = "The control API needs its key: Authorization: Bearer <control key>.";
  const body: ControlError = { error: { code: "no-key", message } };
  return reply.code(401).header("www-authenticate", "Bearer").send(body);
}

function refuseHost(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const message = `The control API is for this machine, not for ${request.hostname}. Open it as localhost, or start the emulator with --url or a control key.`;
  const body: ControlError = { error: { code: "bad-request", message } };
  return reply.code(400).send(body);
}

/** A right key in the address becomes a cookie and leaves the address; otherwise a form asks for it. */
function askForKey(request: FastifyRequest, reply: FastifyReply, key: string): FastifyReply {
  const url = new URL(request.url, "http://emulator");
  const given = url.searchParams.get("key");
  if (given === null || !equal(given, key)) {
    return reply
      .code(401)
      .type("text/html")
      .send(form(given !== null));
  }
  url.searchParams.delete("key");
  return reply
    .code(303)
    .header("set-cookie", `${COOKIE}=${cookieOf(key)}; Path=/; HttpOnly; SameSite=Strict`)
    .header("location", `${url.pathname}${url.search}`)
    .header("referrer-policy", "no-referrer")
    .send();
}

function form(wrong: boolean): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Galka emulator</title>
<style>body { font: 16px/1.5 system-ui, sans-serif; color-scheme: light dark; max-width: 24rem; margin: 4rem auto; padding: 0 1rem; }
input, button { font: inherit; padding: 0.5rem; min-height: 2.75rem; }</style></head>
<body><main><h1>Galka emulator</h1>
<form method="get" action="/">
<p><label for="key">Control key</label></p>
<p><input id="key" name="key" type="password" autocomplete="off" autofocus required> <button>Open</button></p>
<p role="status">${wrong ? "That is not the key." : "It was given with --control-key or GALKA_EMULATOR_CONTROL_KEY."}</p>
</form></main></body></html>
`;
}
