import { z } from "zod";

const words = z.array(z.string().min(1).max(60)).max(50);

/** How conversations find who answers them: core/distribution/policy. */
export const distributionPolicyJson = z.object({
  /** `manual`: they wait until somebody takes them. */
  method: z.enum(["manual", "round-robin", "least-busy"]),
  /** Only members of this team are given any; null: everyone who may answer. */
  teamId: z.uuid().nullable(),
  /** Skills that somebody must have to be given one. */
  skills: words,
  /** Give it to somebody who speaks the contact's language: their field `language`. */
  byLanguage: z.boolean(),
  /** Give it to somebody who looks after one of its labels. */
  byLabel: z.boolean(),
  /** Who comes first, if they are free. */
  sticky: z.enum(["none", "last", "responsible"]),
  order: z.enum(["oldest", "urgent"]),
  /** After so many open minutes without an answer somebody else gets it; null: never. */
  takeOverMinutes: z.number().int().min(1).max(10_080).nullable(),
  /** Whoever answers a conversation that is nobody's gets it. */
  answerTakes: z.boolean(),
  /** Nobody else may answer a conversation that is somebody's. */
  onlyAssigneeAnswers: z.boolean(),
  /** A second answer by somebody else within so many seconds is asked about; 0: never. */
  answerGapSeconds: z.number().int().min(0).max(600),
});
export type DistributionPolicyJson = z.infer<typeof distributionPolicyJson>;

export const policyOwnerJson = z.enum(["everywhere", "team", "channel"]);

export const ownedPolicyJson = z.object({
  of: policyOwnerJson,
  /** Null for everywhere. */
  ownerId: z.string().nullable(),
  policy: distributionPolicyJson,
});
export type OwnedPolicyJson = z.infer<typeof ownedPolicyJson>;

export const availabilityJson = z.enum(["online", "away"]);

/** What a member can do at once, and what they know. */
export const deskSettingsJson = z.object({
  /** How many open conversations they are given at once. */
  capacity: z.number().int().min(0).max(1000),
  skills: words,
  /** As "en", "pt-br". */
  languages: words,
  labelIds: z.array(z.uuid()).max(100),
});

/** A member as somebody who can be given conversations. */
export const deskJson = deskSettingsJson.extend({
  memberId: z.string(),
  name: z.string(),
  teamIds: z.array(z.string()),
  /** What they say of themselves. */
  availability: availabilityJson,
  /** What holds: off shift or without an open browser nobody is online. */
  presence: z.enum(["online", "away", "off-shift", "gone"]),
  /** How many open conversations they have. */
  load: z.number(),
});
export type DeskJson = z.infer<typeof deskJson>;

/** How much is open; each is counted no further than 1000. */
export const workCountsJson = z.object({
  mine: z.number(),
  unassigned: z.number(),
  open: z.number(),
  /** Since when the first of those whom nobody has waits. */
  oldestWaitingSince: z.iso.datetime().nullable(),
});
export type WorkCountsJson = z.infer<typeof workCountsJson>;
