import { setTimeout as pause } from "node:timers/promises";
import type { FastifyReply } from "fastify";
import type { RequestAction } from "../store/kinds/fault.ts";
import { unreachable } from "../unreachable.ts";
import type { World } from "../world.ts";
import { sessionExpired } from "./authenticate.ts";
import { GraphError, unknownObject } from "./error.ts";

const HANG_MS = 60_000;
const PROXY_PAGE =
  "<html><head><title>Error</title></head><body>Sorry, something went wrong.</body></html>";

/**
 * Does to a request what a fault rule says. Answers whether the request goes on.
 *
 * These pauses are real time: a caller's patience does not follow the
 * emulator's clock.
 *
 * @throws GraphError for a fault that is an answer of Graph's.
 */
export async function applyFault(
  fault: RequestAction,
  reply: FastifyReply,
  call: { readonly world: World; readonly method: string; readonly id: string },
): Promise<boolean> {
  switch (fault.kind) {
    case "lose-answer":
      return true;
    case "reset":
      destroy(reply);
      return false;
    case "http":
      await reply
        .code(fault.status)
        .type("text/html")
        .headers(fault.headers ?? {})
        .send(fault.body ?? PROXY_PAGE);
      return false;
    case "graph-error":
      throw graphError(fault);
    case "delay":
      await pause(fault.ms);
      return true;
    case "hang":
      await hang(reply, fault.ms);
      return false;
    case "truncate":
      truncate(reply, '{"error":{"message":"An unknown error occurred","type":"OAuthExc');
      return false;
    case "token-expired":
      throw sessionExpired(call.world.clock.now() - 1000, call.world.clock.now());
    case "media-expired":
      throw unknownObject(call.method, call.id);
    case "account-locked":
      throw new GraphError({
        code: 131031,
        details: "Your account has been locked. See the account's quality in WhatsApp Manager.",
      });
    default:
      return unreachable(fault);
  }
}

/** Ends a call that was carried out so that the caller does not learn it. */
export async function loseAnswer(
  fault: Extract<RequestAction, { kind: "lose-answer" }>,
  reply: FastifyReply,
  answer: string,
): Promise<FastifyReply> {
  switch (fault.by) {
    case "silence":
      await hang(reply, fault.ms);
      return reply;
    case "truncation":
      truncate(reply, answer.slice(0, Math.ceil(answer.length / 2)));
      return reply;
    case "proxy-error":
      return reply.code(502).type("text/html").send(PROXY_PAGE);
    case "reset":
    case undefined:
      destroy(reply);
      return reply;
    default:
      return unreachable(fault.by);
  }
}

function graphError(fault: Extract<RequestAction, { kind: "graph-error" }>): GraphError {
  const { kind: _kind, ...problem } = fault;
  return new GraphError(problem);
}

function destroy(reply: FastifyReply): void {
  reply.hijack();
  reply.raw.destroy();
}

async function hang(reply: FastifyReply, ms = HANG_MS): Promise<void> {
  reply.hijack();
  await pause(ms, undefined, { ref: false });
  reply.raw.destroy();
}

/** Promises twice what comes, and ends the connection where it breaks off. */
function truncate(reply: FastifyReply, beginning: string): void {
  reply.hijack();
  reply.raw.writeHead(200, {
    "content-type": "application/json; charset=UTF-8",
    "content-length": Buffer.byteLength(beginning) * 2,
  });
  reply.raw.write(beginning, () => reply.raw.destroy());
}
