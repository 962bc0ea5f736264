import { z } from "zod";

const words = z.array(z.string().max(200)).max(200).readonly();
const ids = z.array(z.uuid()).max(200).readonly();
const minutes = z.number().int().min(1).max(43_200);

export const triggerJson = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("message") }),
  /** A first message; with `afterDays` also one after so long a silence. */
  z.object({
    kind: z.literal("greeting"),
    afterDays: z.number().int().min(1).max(3650).nullable(),
  }),
  /** The contact waits for a person's answer. */
  z.object({ kind: z.literal("member-silent"), afterMinutes: minutes }),
  /** The contact has not answered a person of the team. */
  z.object({ kind: z.literal("contact-silent"), afterMinutes: minutes }),
]);
export type TriggerJson = z.infer<typeof triggerJson>;

const isIn = z.enum(["in", "not-in"]);
const workState = z.enum(["open", "pending", "snoozed", "closed"]);

export const conditionJson = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("channel"), channelIds: ids }),
  z.object({ kind: z.literal("text"), how: z.enum(["word", "part", "exact"]), phrases: words }),
  /** RE2's syntax: no back-references and no look-around. */
  z.object({ kind: z.literal("pattern"), pattern: z.string().max(500) }),
  z.object({ kind: z.literal("hours"), during: z.enum(["office-hours", "off-hours"]) }),
  z.object({ kind: z.literal("team"), presence: z.enum(["someone", "nobody"]) }),
  z.object({
    kind: z.literal("field"),
    key: z.string().max(100),
    how: z.enum(["is", "is-not", "contains", "is-empty", "is-filled"]),
    value: z.string().max(500),
  }),
  z.object({ kind: z.literal("country"), how: isIn, codes: words }),
  z.object({ kind: z.literal("language"), how: isIn, codes: words }),
  z.object({ kind: z.literal("labels"), how: z.enum(["any", "none"]), labelIds: ids }),
  z.object({
    kind: z.literal("assignee"),
    who: z.enum(["nobody", "somebody", "one-of"]),
    memberIds: ids,
  }),
  z.object({ kind: z.literal("state"), states: z.array(workState).max(4).readonly() }),
]);
export type ConditionJson = z.infer<typeof conditionJson>;

export const actionJson = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("send-text"), text: z.string().max(8000) }),
  z.object({
    kind: z.literal("send-template"),
    name: z.string().max(512),
    language: z.string().max(20),
    /** By place: "body 1", "header 1", "button 0". */
    values: z.record(z.string(), z.string().max(1024)),
    when: z.enum(["always", "closed-window"]),
  }),
  z.object({ kind: z.literal("add-note"), text: z.string().max(8000) }),
  z.object({ kind: z.enum(["add-label", "remove-label"]), labelId: z.uuid() }),
  z.object({ kind: z.literal("assign-member"), memberId: z.uuid().nullable() }),
  z.object({ kind: z.literal("assign-team"), teamId: z.uuid().nullable() }),
  z.object({ kind: z.literal("set-state"), state: z.enum(["open", "pending", "closed"]) }),
  z.object({
    kind: z.literal("set-priority"),
    priority: z.enum(["urgent", "high", "normal", "low"]),
  }),
  z.object({ kind: z.literal("remind") }),
  z.object({ kind: z.literal("webhook"), url: z.string().max(2000) }),
]);
export type ActionJson = z.infer<typeof actionJson>;

/** A rule as it is written. */
export const ruleDraftJson = z.object({
  name: z.string().max(100),
  isOn: z.boolean(),
  trigger: triggerJson,
  conditions: z.array(conditionJson).max(20).readonly(),
  actions: z.array(actionJson).max(10).readonly(),
  /** How long it rests in a conversation in which it fired. */
  restMinutes: z.number().int().min(0).max(525_600),
  /** How often it may fire in an hour, in all conversations together. */
  mostPerHour: z.number().int().min(1).max(100_000),
  /** When it fires, the rules below it do not. */
  isLast: z.boolean(),
});
export type RuleDraftJson = z.infer<typeof ruleDraftJson>;

export const ruleJson = ruleDraftJson.extend({
  id: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  firedInWeek: z.number(),
  heldInWeek: z.number(),
});
export type RuleJson = z.infer<typeof ruleJson>;

const occurrenceKind = z.enum(["message", "member-silent", "contact-silent"]);

/** What a rule did about something, or why it did not. */
export const firingJson = z.object({
  id: z.string(),
  ruleId: z.string(),
  ruleName: z.string(),
  conversationId: z.string(),
  contactName: z.string().nullable(),
  messageId: z.string(),
  kind: occurrenceKind,
  at: z.iso.datetime(),
  outcome: z.enum(["fired", "held", "failed"]),
  /** The guard that held it, or what failed. */
  because: z.string().nullable(),
  actions: z.array(
    z.object({
      kind: z.string(),
      became: z.enum(["done", "left-out", "refused"]),
      because: z.string().nullable(),
      otherId: z.string().nullable(),
    }),
  ),
});
export type FiringJson = z.infer<typeof firingJson>;

/** What a rule would have done about the last days. */
export const dryRunJson = z.object({
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  /** How much was looked at; less than there is when `isCut`. */
  messages: z.number(),
  conversations: z.number(),
  isCut: z.boolean(),
  fired: z.number(),
  held: z.number(),
  /** The latest of them, the latest first. */
  items: z.array(
    z.object({
      conversationId: z.string(),
      contactName: z.string().nullable(),
      messageId: z.string(),
      text: z.string(),
      kind: occurrenceKind,
      at: z.iso.datetime(),
      outcome: z.enum(["fired", "held"]),
      because: z.string().nullable(),
    }),
  ),
});
export type DryRunJson = z.infer<typeof dryRunJson>;

/** A call of a rule to the outside. */
export const ruleCallJson = z.object({
  id: z.string(),
  conversationId: z.string(),
  url: z.string(),
  state: z.enum(["waiting", "delivered", "failed"]),
  attempts: z.number(),
  statusCode: z.number().nullable(),
  problem: z.string().nullable(),
  createdAt: z.iso.datetime(),
  triedAt: z.iso.datetime().nullable(),
});
export type RuleCallJson = z.infer<typeof ruleCallJson>;
