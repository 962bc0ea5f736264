import { z } from "zod";
import { Documents } from "../documents.ts";
import type { Database } from "../sqlite.ts";

export const QUALITY_SCORES = ["GREEN", "YELLOW", "RED", "UNKNOWN"] as const;

/**
 * Where a template is in its life.
 *
 * `PENDING` waits for the reviewer; `APPROVED` can be sent; `REJECTED` can be
 * edited. `PAUSED` ends by itself, `DISABLED` does not. `LIMIT_EXCEEDED` is one
 * too many for its account. `ARCHIVED` was not used for a year. `IN_APPEAL` was
 * rejected and is looked at again. `PENDING_DELETION` is deleted while messages
 * of it are under way; `DELETED` is what is left afterwards.
 */
export const TEMPLATE_STATUSES = [
  "PENDING",
  "APPROVED",
  "REJECTED",
  "PAUSED",
  "DISABLED",
  "IN_APPEAL",
  "LIMIT_EXCEEDED",
  "ARCHIVED",
  "PENDING_DELETION",
  "DELETED",
] as const;

const template = z.object({
  id: z.string(),
  wabaId: z.string(),
  name: z.string(),
  language: z.string(),
  category: z.enum(["MARKETING", "UTILITY", "AUTHENTICATION"]),
  previousCategory: z.string().nullable(),
  /** The category that Meta has announced to move it to, and when. */
  nextCategory: z
    .object({ category: z.enum(["MARKETING", "UTILITY"]), at: z.number() })
    .nullable()
    .default(null),
  subCategory: z.string().nullable().default(null),
  parameterFormat: z.enum(["POSITIONAL", "NAMED"]),
  status: z.enum(TEMPLATE_STATUSES),
  rejectedReason: z.string(),
  qualityScore: z.enum(QUALITY_SCORES),
  qualityAt: z.number().nullable().default(null),
  components: z.array(z.record(z.string(), z.unknown())),
  ttlSeconds: z.number().nullable(),
  createdAt: z.number(),
  /** Instants of edits made while approved. */
  edits: z.array(z.number()),
  /** How often low quality has paused it; the third time disables it. */
  pauseCount: z.number().default(0),
  /** When the pause ends by itself. */
  pausedUntil: z.number().nullable().default(null),
  approvedAt: z.number().nullable().default(null),
  /** When it was created, edited or taken out of the archive. */
  usedAt: z.number().nullable().default(null),
  archivedAt: z.number().nullable().default(null),
  archivedFrom: z.enum(TEMPLATE_STATUSES).nullable().default(null),
  libraryName: z.string().nullable().default(null),
  linkTrackingOptedOut: z.boolean().default(false),
  /** What Meta may change by itself; kept as it was given. */
  degreesOfFreedom: z.record(z.string(), z.unknown()).nullable().default(null),
  /** The most that a marketing message may cost; such a template needs its own edge. */
  bidSpec: z.record(z.string(), z.unknown()).nullable().default(null),
  /** Instants at which that was changed while approved. */
  bidEdits: z.array(z.number()).default([]),
});

/** A name in a language that nobody may take before an instant. */
const deletedName = z.object({
  wabaId: z.string(),
  name: z.string(),
  language: z.string(),
  until: z.number(),
});

/** Instants of the creations of the last hour, by account. */
const templateCreations = z.object({ at: z.array(z.number()) });

/** A template in a group, or one that was: what it did meanwhile stays with the group. */
const groupMember = z.object({
  templateId: z.string(),
  from: z.number(),
  /** When it was taken out; `null` while it is in it. */
  until: z.number().nullable(),
});

const templateGroup = z.object({
  id: z.string(),
  wabaId: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  members: z.array(groupMember),
  createdAt: z.number(),
  updatedAt: z.number(),
});

export type Template = z.infer<typeof template>;
export type TemplateGroup = z.infer<typeof templateGroup>;
export type QualityScore = Template["qualityScore"];

/** What is known about templates. */
export function openTemplateKinds(database: Database) {
  return {
    templates: new Documents(database, "template", template),
    deletedNames: new Documents(database, "deleted-name", deletedName),
    templateGroups: new Documents(database, "template-group", templateGroup),
    templateCreations: new Documents(database, "template-creations", templateCreations),
  };
}

/** What a template has that nobody has said anything about. */
export const FRESH_TEMPLATE = {
  previousCategory: null,
  nextCategory: null,
  subCategory: null,
  rejectedReason: "NONE",
  qualityScore: "UNKNOWN",
  qualityAt: null,
  ttlSeconds: null,
  edits: [],
  pauseCount: 0,
  pausedUntil: null,
  usedAt: null,
  archivedAt: null,
  archivedFrom: null,
  approvedAt: null,
  degreesOfFreedom: null,
  bidSpec: null,
  bidEdits: [],
  libraryName: null,
  linkTrackingOptedOut: false,
} as const satisfies Partial<Template>;
