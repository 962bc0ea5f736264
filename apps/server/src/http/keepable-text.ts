import type { FastifyInstance } from "fastify";
import { RefusedRequest } from "./refusals.ts";

/**
 * Refuses text that PostgreSQL cannot keep: NUL, and half a pair of UTF-16.
 *
 * Said where it stands, before anything is done: deeper inside it would only be a fault.
 */
export function addKeepableText(server: FastifyInstance): void {
  server.addHook("preValidation", async ({ params, query, body }) => {
    const field = unkeepableIn(params) ?? unkeepableIn(query) ?? unkeepableIn(body);
    if (field === null) return;
    const problem = "holds NUL or half a character, which cannot be kept; leave it out";
    throw new RefusedRequest("invalid-request", { problems: [{ field, problem }] });
  });
}

/** Where such a text stands, its keys joined by dots; null when there is none. */
function unkeepableIn(value: unknown): string | null {
  if (typeof value === "string") return isKeepable(value) ? null : "";
  if (typeof value !== "object" || value === null || Buffer.isBuffer(value)) return null;
  for (const [key, inner] of Object.entries(value)) {
    if (!isKeepable(key)) return key.toWellFormed().replaceAll("\u0000", "\ufffd");
    const within = unkeepableIn(inner);
    if (within !== null) return within === "" ? key : `${key}.${within}`;
  }
  return null;
}

function isKeepable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\u0000");
}
