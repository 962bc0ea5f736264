import { z } from "zod";

export const not = z.literal(true).exactOptional();
const ids = z.array(z.uuid()).max(100).readonly();
const minutes = z
  .number()
  .int()
  .min(0)
  .max(60 * 24 * 366);
const words = z.string().min(1).max(200);
const fieldName = z.string().min(1).max(60);

function idsOr(...special: readonly [string, ...string[]]) {
  return z
    .array(z.union([z.uuid(), z.enum(special)]))
    .max(100)
    .readonly();
}

/** What can be asked of a contact, be it a conversation's or one by themselves. */
export const CONTACT_CONDITIONS = [
  z.object({ field: z.literal("label"), in: idsOr("none"), not }),
  z.object({ field: z.literal("channel"), in: ids, not }),
  z.object({ field: z.literal("contact"), in: ids, not }),
  z.object({ field: z.literal("last-message"), minutes, not }),
  z.object({ field: z.literal("last-message-after"), at: z.iso.datetime(), not }),
  z.object({ field: z.literal("contact-name"), contains: words, not }),
  z.object({ field: z.literal("contact-field"), name: fieldName, is: z.string().max(2000), not }),
  z.object({ field: z.literal("contact-field-has"), name: fieldName, contains: words, not }),
  z.object({ field: z.literal("contact-field-filled"), name: fieldName, not }),
  z.object({
    field: z.literal("country"),
    in: z
      .array(z.string().regex(/^\d{1,4}$/))
      .max(60)
      .readonly(),
    not,
  }),
] as const;

/** One thing about a conversation; `not` turns it round. The words are those of core/filters/filter. */
export const conditionJson = z.discriminatedUnion("field", [
  z.object({
    field: z.literal("status"),
    in: z.array(z.enum(["open", "pending", "snoozed", "closed"])).readonly(),
    not,
  }),
  z.object({
    field: z.literal("priority"),
    in: z.array(z.enum(["urgent", "high", "normal", "low"])).readonly(),
    not,
  }),
  z.object({ field: z.literal("assignee"), in: idsOr("me", "nobody"), not }),
  z.object({ field: z.literal("team"), in: idsOr("mine", "none"), not }),
  z.object({ field: z.literal("unread"), not }),
  z.object({ field: z.literal("answered-campaign"), in: ids, not }),
  z.object({
    field: z.literal("rating"),
    in: z.array(z.enum(["good", "ok", "bad", "none"])).readonly(),
    not,
  }),
  z.object({ field: z.literal("last-word"), by: z.enum(["contact", "business"]), not }),
  z.object({ field: z.literal("waiting"), minutes, not }),
  z.object({
    field: z.literal("window"),
    is: z.enum(["open", "closing", "closed", "never-open"]),
    not,
  }),
  /** A target's clock is due within so many minutes and is not yet. */
  z.object({ field: z.literal("sla-due"), minutes, not }),
  z.object({ field: z.literal("sla"), is: z.enum(["soon", "broken", "kept"]), not }),
  ...CONTACT_CONDITIONS,
]);
export type ConditionJson = z.infer<typeof conditionJson>;

/** Which conversations are meant: all clauses hold; of `any` one is enough. */
export const filterJson = z.object({
  all: z
    .array(
      z.union([conditionJson, z.object({ any: z.array(conditionJson).min(1).max(20).readonly() })]),
    )
    .max(30)
    .readonly(),
});
export type FilterJson = z.infer<typeof filterJson>;
