import { setTimeout as pause } from "node:timers/promises";
import type { FastifyReply } from "fastify";
import type { RequestAction } from "../store/kinds.ts";
import { unreachable } from "../unreachable.ts";
import { GraphError } from "./error.ts";

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
export async function applyFault(fault: RequestAction, reply: FastifyReply): Promise<boolean> {
  switch (fault.kind) {
    case "lose-answer":
      return true;
    case "reset":
      reply.hijack();
      reply.raw.destroy();
      return false;
    case "http":
      await reply
        .code(fault.status)
        .type("text/html")
        .send(fault.body ?? PROXY_PAGE);
      return false;
    case "graph-error":
      throw new GraphError({
        code: fault.code,
        ...(fault.status === undefined ? {} : { status: fault.status }),
        ...(fault.details === undefined ? {} : { details: fault.details }),
      });
    case "delay":
      await pause(fault.ms);
      return true;
    case "hang":
      reply.hijack();
      await pause(fault.ms ?? HANG_MS, undefined, { ref: false });
      reply.raw.destroy();
      return false;
    default:
      return unreachable(fault);
  }
}
