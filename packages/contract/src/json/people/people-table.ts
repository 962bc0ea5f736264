import { z } from "zod";
import { contactJson } from "../conversation.ts";
import { CONTACT_CONDITIONS, not } from "../filter.ts";

const name = z.string().min(1).max(60);
const day = z.iso.date();
const moment = z.iso.datetime();

const minutes = z
  .number()
  .int()
  .min(0)
  .max(60 * 24 * 3660);
const count = z.number().int().min(0).max(10_000).exactOptional();

/** What does not stand in a row of the table of contacts; the words are those of core/contacts/deep-conditions. */
const DEEP_CONDITIONS = [
  z.object({
    field: z.literal("language"),
    in: z
      .array(z.union([z.string().regex(/^[a-z]{2,3}$/), z.literal("none")]))
      .max(100)
      .readonly(),
    not,
  }),
  z.object({ field: z.literal("list"), in: z.array(z.uuid()).max(100).readonly(), not }),
  z.object({ field: z.literal("last-inbound"), minutes, not }),
  z.object({ field: z.literal("last-outbound"), minutes, not }),
  z.object({
    field: z.literal("message-count"),
    way: z.enum(["in", "out"]),
    days: z.number().int().min(1).max(3660),
    from: count,
    to: count,
    not,
  }),
  z.object({
    field: z.literal("window"),
    is: z.enum(["open", "closed", "never-open"]),
    channelId: z.uuid().exactOptional(),
    not,
  }),
  z.object({
    field: z.literal("consent"),
    purpose: z.enum(["service", "utility", "marketing", "calls"]),
    channelId: z.uuid(),
    is: z.enum(["valid", "withdrawn", "expired", "never"]),
    not,
  }),
  z.object({
    field: z.literal("campaign"),
    did: z.enum(["got", "read", "tapped", "answered", "opted-out", "failed"]),
    in: z.array(z.uuid()).min(1).max(100).readonly().exactOptional(),
    days: z.number().int().min(1).max(3660).exactOptional(),
    code: z.string().min(1).max(60).exactOptional(),
    not,
  }),
] as const;

/** One thing about a contact; `not` turns it round. The words are those of core/contacts/people-filter. */
export const peopleConditionJson = z.discriminatedUnion("field", [
  ...CONTACT_CONDITIONS,
  z.object({
    field: z.literal("responsible"),
    in: z
      .array(z.union([z.uuid(), z.enum(["me", "nobody"])]))
      .max(100)
      .readonly(),
    not,
  }),
  z.object({ field: z.literal("known-by"), kind: z.enum(["phone", "bsuid", "username"]), not }),
  z.object({ field: z.literal("blocked"), not }),
  z.object({
    field: z.literal("created"),
    from: moment.exactOptional(),
    to: moment.exactOptional(),
    not,
  }),
  z.object({
    field: z.literal("contact-field-number"),
    name,
    from: z.number().exactOptional(),
    to: z.number().exactOptional(),
    not,
  }),
  ...DEEP_CONDITIONS,
  z.object({
    field: z.literal("contact-field-date"),
    name,
    from: day.exactOptional(),
    to: day.exactOptional(),
    not,
  }),
]);
export type PeopleConditionJson = z.infer<typeof peopleConditionJson>;

/** Which contacts are meant: all clauses hold; of `any` one is enough. */
export const peopleFilterJson = z.object({
  all: z
    .array(
      z.union([
        peopleConditionJson,
        z.object({ any: z.array(peopleConditionJson).min(1).max(20).readonly() }),
      ]),
    )
    .max(30)
    .readonly(),
});
export type PeopleFilterJson = z.infer<typeof peopleFilterJson>;

/** A line of the table of contacts. */
export const personJson = contactJson.extend({
  /** Of all their conversations. */
  labelIds: z.array(z.string()),
  channelIds: z.array(z.string()),
  /** Null for whoever was never written with. */
  lastMessageAt: moment.nullable(),
  isBlocked: z.boolean(),
});
export type PersonJson = z.infer<typeof personJson>;

/** Contacts that may be one person, and what they have in common. */
export const twinsJson = z.object({
  because: z.enum(["phone", "name"]),
  contacts: z.array(personJson),
});
export type TwinsJson = z.infer<typeof twinsJson>;

/** A change to many contacts. Null removes a field, or says that nobody is responsible. */
export const peopleChangeJson = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("responsible"), to: z.uuid().nullable() }),
  z.object({ kind: z.literal("field"), name, value: z.string().max(2000).nullable() }),
  z.object({ kind: z.literal("label"), labelId: z.uuid(), on: z.boolean() }),
  z.object({ kind: z.literal("list"), listId: z.uuid(), on: z.boolean() }),
  z.object({ kind: z.literal("block") }),
  z.object({ kind: z.literal("erase") }),
]);
export type PeopleChangeJson = z.infer<typeof peopleChangeJson>;

/** One change to many contacts, and how far it is. */
export const peopleChangeRunJson = z.object({
  id: z.string(),
  change: peopleChangeJson,
  state: z.enum(["running", "done", "stopped"]),
  totalCount: z.number(),
  doneCount: z.number(),
  /** How many of those that are done were not so already and could be changed. */
  changedCount: z.number(),
  /** How many should have been changed and could not be. */
  failedCount: z.number(),
  /** The change that this one takes back. */
  undoes: z.string().nullable(),
});
export type PeopleChangeRunJson = z.infer<typeof peopleChangeRunJson>;
