import { z } from "zod";
import { Documents } from "../documents.ts";
import type { Database } from "../sqlite.ts";

/** How often a person set WhatsApp up anew; whoever never did has no document. */
const setUp = z.object({ personId: z.string(), count: z.number() });

/** A number that is on the WhatsApp Business app as well; one that is not has no document. */
const businessApp = z.object({ phoneNumberId: z.string() });

export function openIdentityKinds(database: Database) {
  return {
    setUps: new Documents(database, "set-up", setUp),
    businessApps: new Documents(database, "business-app", businessApp),
  };
}
