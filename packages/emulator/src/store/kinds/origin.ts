import { z } from "zod";
import { Documents } from "../documents.ts";
import type { Database } from "../sqlite.ts";

/** What the world began with and goes on from: its seed. */
const origin = z.object({ seed: z.string() });

export function openOriginKinds(database: Database) {
  return { origin: new Documents(database, "origin", origin) };
}
