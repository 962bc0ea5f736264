import { createHash } from "node:crypto";
import type { Route } from "@galka/contract/route";
import { SECURITY_ROUTES } from "@galka/contract/routes/security";
import type { FastifyRequest } from "fastify";
import type { KeyedCall } from "../../operations/idempotency/once-by-key.ts";
import { RefusedRequest } from "../refusals.ts";

/** Its answers hold keys and codes that are told once and kept nowhere; and a repeat of these makes nothing second. */
const TOLD_ONCE = new Set(Object.keys(SECURITY_ROUTES));

const HEADER = "idempotency-key";
const LONGEST = 200;

/** Whether a route creates something, or has something done that is not to be done twice: then it takes a key. */
export function takesKey(name: string, route: Route): boolean {
  return route.method === "POST" && !route.open && !TOLD_ONCE.has(name);
}

/** The key of a request with what is asked for under it; null when it names none. */
export function keyOf(name: string, request: FastifyRequest): KeyedCall | null {
  const key = request.headers[HEADER];
  if (key === undefined) return null;
  if (typeof key !== "string" || key.trim() === "" || key.length > LONGEST) {
    const problem = `is one text of 1 to ${LONGEST} characters`;
    throw new RefusedRequest("invalid-request", {
      problems: [{ field: "Idempotency-Key", problem }],
    });
  }
  const { params, query, body } = request;
  const asked = JSON.stringify([params, query, body ?? null]);
  return { key, request: `${name} ${createHash("sha256").update(asked).digest("base64url")}` };
}
