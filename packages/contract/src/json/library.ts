import { z } from "zod";
import { filterJson } from "./filter.ts";
import { fileJson } from "./message.ts";

/** Who sees it: with an owner only they, with a team that team, with neither everyone. Never both. */
const reach = { ownerId: z.string().nullable(), teamId: z.string().nullable() };

/** Whom something of the library is for, as it is asked for. */
export const reachWish = z.discriminatedUnion("for", [
  z.object({ for: z.literal("me") }),
  z.object({ for: z.literal("team"), teamId: z.uuid() }),
  z.object({ for: z.literal("everyone") }),
]);
export type ReachWish = z.infer<typeof reachWish>;

export const savedViewJson = z.object({
  id: z.string(),
  name: z.string(),
  ...reach,
  filter: filterJson,
  /** Stands in the inbox's head. */
  pinned: z.boolean(),
  position: z.number(),
  mayChange: z.boolean(),
});
export type SavedViewJson = z.infer<typeof savedViewJson>;

export const savedViewWish = z.object({
  name: z.string().trim().min(1).max(60),
  reach: reachWish,
  filter: filterJson,
  pinned: z.boolean(),
  position: z.number().int().min(0).max(1000),
});

const replyButton = z.object({ id: z.string().min(1).max(200), title: z.string().min(1).max(20) });

/** An answer that is written once. The variables in its text are not filled in. */
export const quickReplyJson = z.object({
  id: z.string(),
  /** What is typed after the slash. */
  shortcut: z.string(),
  title: z.string(),
  /** Empty for one that lies in no folder. */
  folder: z.string(),
  ...reach,
  text: z.string(),
  buttons: z.array(replyButton),
  file: fileJson.nullable(),
  mayChange: z.boolean(),
  /** How often it was sent in the last 90 days, and when it was last. */
  sentCount: z.number(),
  lastSentAt: z.iso.datetime().nullable(),
});
export type QuickReplyJson = z.infer<typeof quickReplyJson>;

export const quickReplyWish = z.object({
  shortcut: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}_-]{1,40}$/u),
  title: z.string().trim().min(1).max(100),
  folder: z.string().trim().max(60),
  reach: reachWish,
  text: z.string().max(4096),
  buttons: z.array(replyButton).max(3),
  fileId: z.uuid().nullable(),
});

/** One thing that a macro does. */
export const macroStepJson = z.discriminatedUnion("do", [
  z.object({ do: z.literal("send"), quickReplyId: z.uuid() }),
  z.object({ do: z.literal("note"), text: z.string().trim().min(1).max(4000) }),
  z.object({ do: z.literal("label"), add: z.array(z.uuid()), remove: z.array(z.uuid()) }),
  z.object({
    do: z.literal("assign"),
    to: z.union([z.literal("me"), z.literal("nobody"), z.uuid()]),
  }),
  z.object({ do: z.literal("team"), to: z.union([z.literal("none"), z.uuid()]) }),
  z.object({ do: z.literal("status"), to: z.enum(["open", "pending", "closed"]) }),
  z.object({
    do: z.literal("snooze"),
    minutes: z
      .number()
      .int()
      .min(1)
      .max(60 * 24 * 366),
  }),
  z.object({ do: z.literal("priority"), to: z.enum(["urgent", "high", "normal", "low"]) }),
]);
export type MacroStepJson = z.infer<typeof macroStepJson>;

export const macroJson = z.object({
  id: z.string(),
  name: z.string(),
  ...reach,
  steps: z.array(macroStepJson),
  mayChange: z.boolean(),
});
export type MacroJson = z.infer<typeof macroJson>;

export const macroWish = z.object({
  name: z.string().trim().min(1).max(60),
  reach: reachWish,
  steps: z.array(macroStepJson).min(1).max(10),
});
