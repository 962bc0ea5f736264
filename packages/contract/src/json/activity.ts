import { z } from "zod";

/** One thing that was done with a conversation. The page has words for the actions it knows. */
export const activityJson = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  actor: z.enum(["member", "rule", "system", "contact"]),
  /** The member or the rule. */
  actorId: z.string().nullable(),
  /** A verb on a noun: "conversation-assigned". */
  action: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});
export type ActivityJson = z.infer<typeof activityJson>;
