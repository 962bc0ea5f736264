import type { Lane, Purpose } from "@galka/core/sends/send";
import { z } from "zod";

const recipient = z.object({
  phone: z.string().exactOptional(),
  bsuid: z.string().exactOptional(),
});

/**
 * What a send keeps of what it shall do; what a message says stands in the message.
 *
 * The recipient is kept as they were known when it was asked for, so that a
 * contact who is edited or merged meanwhile does not send it elsewhere.
 */
export const outgoingPayload = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("message"), to: recipient }),
  z.object({
    kind: z.literal("reaction"),
    to: recipient,
    wamid: z.string(),
    emoji: z.string().nullable(),
  }),
  z.object({
    kind: z.literal("read-receipt"),
    wamid: z.string(),
    /** Shows the contact that somebody writes to them, too. */
    typing: z.boolean().exactOptional(),
  }),
]);
export type OutgoingPayload = z.infer<typeof outgoingPayload>;

/** Who goes first on a number, by why it is sent. */
export const LANE_OF: Readonly<Record<Purpose, Lane>> = {
  service: "reply",
  authentication: "utility",
  utility: "utility",
  marketing: "marketing",
};
