import { z } from "zod";

/**
 * The shapes of Graph's answers that more than one edge has: every key and its
 * type, as Meta documents them. Written from the facts, read 2026-11.
 */
export const success = z.strictObject({ success: z.literal(true) });

export const id = z.string().regex(/^\d{10,20}$/);

export const created = z.strictObject({ id });

const cursors = z.strictObject({ before: z.string(), after: z.string() });

const paging = z.strictObject({
  cursors,
  next: z.url().optional(),
  previous: z.url().optional(),
});

/** A list that has at least one thing in it, and the cursors around it. */
export function listOf(item: z.ZodType) {
  return z.strictObject({ data: z.array(item).min(1), paging });
}

/** A list that has no pages. */
export function wholeListOf(item: z.ZodType) {
  return z.strictObject({ data: z.array(item).min(1) });
}

export const emptyList = z.strictObject({ data: z.array(z.never()) });

const contact = z.strictObject({ input: z.string(), wa_id: z.string().regex(/^\d+$/) });

const wamid = z.string().startsWith("wamid.");

/** What a send is answered with. */
export const accepted = z.strictObject({
  messaging_product: z.literal("whatsapp"),
  contacts: z.array(contact).length(1),
  messages: z.array(z.strictObject({ id: wamid })).length(1),
});

/** The same of a template, which also says how it stands. */
export const acceptedTemplate = accepted.extend({
  messages: z
    .array(
      z.strictObject({
        id: wamid,
        message_status: z.enum(["accepted", "held_for_quality_assessment", "paused"]),
      }),
    )
    .length(1),
});

const verdict = z.enum(["AVAILABLE", "LIMITED", "BLOCKED"]);

/** Whether messages can be sent, and what stands in the way. */
export const health = z.strictObject({
  can_send_message: verdict,
  entities: z.array(
    z.strictObject({
      entity_type: z.enum(["PHONE_NUMBER", "WABA", "BUSINESS", "APP", "MESSAGE_TEMPLATE", "FLOW"]),
      id: z.string(),
      can_send_message: verdict,
      additional_info: z.array(z.string()).optional(),
      errors: z
        .array(
          z.strictObject({
            error_code: z.number(),
            error_description: z.string(),
            possible_solution: z.string(),
          }),
        )
        .optional(),
    }),
  ),
});

export const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/);
