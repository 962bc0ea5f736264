import { createHash } from "node:crypto";
import type { World } from "../world.ts";

/** The id that Meta's support asks for: each answer has another one, and the seed decides which. */
export function traceId(world: World): string {
  const count = world.counters.next("trace");
  const hash = createHash("sha256").update(`${world.seed}:trace:${count}`).digest("base64url");
  return `A${hash.slice(0, 22)}`;
}
