import { z } from "zod";

const match = z.object({
  method: z.string().exactOptional(),
  path: z.string().exactOptional(),
  phoneNumberId: z.string().exactOptional(),
  to: z.string().exactOptional(),
  template: z.string().exactOptional(),
  type: z.string().exactOptional(),
  update: z.enum(["message", "status", "other"]).exactOptional(),
  field: z.string().exactOptional(),
  status: z.enum(["sent", "delivered", "read", "played", "failed"]).exactOptional(),
});

const when = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("always") }),
  z.object({ kind: z.literal("next"), count: z.number().int().positive() }),
  z.object({ kind: z.literal("every"), nth: z.number().int().positive() }),
  z.object({
    kind: z.literal("probability"),
    probability: z.number().min(0).max(1),
    seed: z.number().exactOptional(),
  }),
]);

const ms = z.number().min(0);
const status = z.number().int().min(300).max(599);

const requestAction = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("lose-answer"),
    by: z.enum(["reset", "silence", "truncation", "proxy-error"]).exactOptional(),
    ms: ms.exactOptional(),
  }),
  z.object({ kind: z.literal("reset") }),
  z.object({
    kind: z.literal("http"),
    status,
    body: z.string().exactOptional(),
    headers: z.record(z.string(), z.string()).exactOptional(),
  }),
  z.object({
    kind: z.literal("graph-error"),
    code: z.number().int(),
    subcode: z.number().int().exactOptional(),
    status: z.number().int().min(400).max(599).exactOptional(),
    title: z.string().exactOptional(),
    details: z.string().exactOptional(),
  }),
  z.object({ kind: z.literal("delay"), ms }),
  z.object({ kind: z.literal("hang"), ms: ms.exactOptional() }),
  z.object({ kind: z.literal("truncate") }),
  z.object({ kind: z.literal("token-expired") }),
  z.object({ kind: z.literal("media-expired") }),
  z.object({ kind: z.literal("account-locked") }),
]);

const webhookAction = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("duplicate"), times: z.number().int().positive().exactOptional() }),
  z.object({ kind: z.literal("delay"), ms }),
  z.object({ kind: z.literal("reorder") }),
  z.object({ kind: z.literal("drop") }),
  z.object({ kind: z.literal("hold") }),
  z.object({ kind: z.literal("unsubscribe") }),
]);

const common = {
  match: match.default({}),
  when: when.default({ kind: "always" }),
  startsInMs: ms.exactOptional(),
  forMs: z.number().positive().exactOptional(),
};

/** What the control API takes for a fault rule. */
export const newFault = z
  .discriminatedUnion("on", [
    z.object({ on: z.literal("request"), ...common, action: requestAction }),
    z.object({ on: z.literal("webhook"), ...common, action: webhookAction }),
  ])
  .refine((rule) => rule.action.kind !== "hold" || rule.forMs !== undefined, {
    message: "a rule that holds webhooks needs forMs, so that they are let go some time",
    path: ["forMs"],
  });

/** A rule, how often it fitted and struck, and when it is in force. */
export const fault = z.object({
  id: z.string(),
  rule: newFault,
  fitCount: z.number(),
  strikeCount: z.number(),
  from: z.number().default(0),
  until: z.number().nullable().default(null),
});

export type Fault = z.infer<typeof fault>;
export type FaultRule = z.infer<typeof newFault>;
export type FaultMatch = z.infer<typeof match>;
export type RequestAction = z.infer<typeof requestAction>;
export type WebhookAction = z.infer<typeof webhookAction>;
