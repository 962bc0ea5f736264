import { z } from "zod";
import { slaTargetJson } from "./conversation.ts";

const ids = z.array(z.uuid()).max(100).readonly();
const minutes = z
  .number()
  .int()
  .min(1)
  .max(60 * 24 * 90)
  .nullable();

/** Targets as they are written: core/sla/sla-policy. */
export const slaPolicyDraftJson = z.object({
  name: z.string().max(100),
  isOn: z.boolean(),
  /** All of these must fit; an empty list fits everything. */
  scope: z.object({
    channelIds: ids,
    teamIds: ids,
    priorities: z
      .array(z.enum(["urgent", "high", "normal", "low"]))
      .max(4)
      .readonly(),
    /** One of them is enough. */
    labelIds: ids,
  }),
  /** Null sets no such target. */
  minutes: z.object({ "first-answer": minutes, "next-answer": minutes, resolution: minutes }),
  /** Whether only the time in which the conversation's hours are open counts. */
  countedIn: z.enum(["office-hours", "wall-clock"]),
  /** After this share of the time the clock warns. */
  warnPercent: z.number().int().min(1).max(99),
});
export type SlaPolicyDraftJson = z.infer<typeof slaPolicyDraftJson>;

export const slaPolicyJson = slaPolicyDraftJson.extend({ id: z.string() });
export type SlaPolicyJson = z.infer<typeof slaPolicyJson>;

/** A clock of which a member is to hear: `soon` while it runs after its warning, `broken` since it was due. */
export const slaAlertJson = z.object({
  id: z.string(),
  conversationId: z.string(),
  contactName: z.string(),
  target: slaTargetJson,
  is: z.enum(["soon", "broken"]),
  /** When it was told. */
  at: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  isSeen: z.boolean(),
});
export type SlaAlertJson = z.infer<typeof slaAlertJson>;

/** How many clocks of a target were kept and broken. */
const slaCountsJson = z.object({ kept: z.number(), broken: z.number() });
export type SlaCountsJson = z.infer<typeof slaCountsJson>;

/**
 * Clocks by what became of them, each on the day on which it was decided: when
 * it was kept, or when it was due and was not. What ended without either, as
 * an answer that closing made needless, counts nowhere.
 */
export const slaFiguresJson = z.object({
  "first-answer": slaCountsJson,
  "next-answer": slaCountsJson,
  resolution: slaCountsJson,
});
export type SlaFiguresJson = z.infer<typeof slaFiguresJson>;
