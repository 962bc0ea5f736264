import { z } from "zod";

const ids = z.array(z.uuid()).max(50).readonly();

/** A change to the work on conversations; what it does not name stays. */
export const workChangeJson = z.object({
  status: z.enum(["open", "pending", "snoozed", "closed"]).exactOptional(),
  /** With `snoozed` alone; null means until the contact's next message. */
  snoozedUntil: z.iso.datetime().nullable().exactOptional(),
  priority: z.enum(["urgent", "high", "normal", "low"]).exactOptional(),
  assigneeId: z.uuid().nullable().exactOptional(),
  teamId: z.uuid().nullable().exactOptional(),
  addLabels: ids.exactOptional(),
  removeLabels: ids.exactOptional(),
  unread: z.boolean().exactOptional(),
});
export type WorkChangeJson = z.infer<typeof workChangeJson>;

/** One change to many conversations, and how far it is. */
export const bulkChangeJson = z.object({
  id: z.string(),
  state: z.enum(["running", "done", "stopped"]),
  totalCount: z.number(),
  doneCount: z.number(),
  /** How many of those that are done were not so already and could be changed. */
  changedCount: z.number(),
  /** The change that this one takes back. */
  undoes: z.string().nullable(),
});
export type BulkChangeJson = z.infer<typeof bulkChangeJson>;
