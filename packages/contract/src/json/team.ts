import { z } from "zod";
import { builtInRoleJson, memberJson, permissionJson } from "./workspace.ts";

/** Which role somebody is given: one of the house, or one of the workspace's own by its id. */
export const roleChoiceJson = z.discriminatedUnion("role", [
  z.object({ role: builtInRoleJson }),
  z.object({ role: z.literal("custom"), roleId: z.uuid() }),
]);
export type RoleChoiceJson = z.infer<typeof roleChoiceJson>;

/** A member as whoever manages members sees them. */
export const memberDetailJson = memberJson.extend({
  joinedAt: z.iso.datetime(),
  /** When they last used Galka on any device; null if never. */
  lastSeenAt: z.iso.datetime().nullable(),
  twoFactor: z.boolean(),
});
export type MemberDetailJson = z.infer<typeof memberDetailJson>;

export const invitationJson = z.object({
  id: z.string(),
  email: z.string(),
  role: memberJson.shape.role,
  roleId: z.string().nullable(),
  invitedBy: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  isExpired: z.boolean(),
});
export type InvitationJson = z.infer<typeof invitationJson>;

/** The link is told once: only its hash is kept. */
export const invitedJson = z.object({
  invitation: invitationJson,
  link: z.string(),
  /** Whether a mail went out: sent, given up (the link still works), or no mail server is set. */
  mail: z.enum(["sent", "failed", "not-set-up"]),
});
export type InvitedJson = z.infer<typeof invitedJson>;

/** What somebody sees who opens the link of an invitation. */
export const invitationSeenJson = z.object({
  workspace: z.string(),
  email: z.string(),
  invitedBy: z.string(),
  /** Whether this address can sign in here already: then its own password is asked, not a new one. */
  hasAccount: z.boolean(),
});
export type InvitationSeenJson = z.infer<typeof invitationSeenJson>;

/** A role of the workspace's own. */
export const roleJson = z.object({
  id: z.string(),
  name: z.string(),
  permissions: z.array(permissionJson),
  memberCount: z.number(),
});
export type RoleJson = z.infer<typeof roleJson>;

export const teamJson = z.object({
  id: z.string(),
  name: z.string(),
  memberIds: z.array(z.string()),
});
export type TeamJson = z.infer<typeof teamJson>;

export const auditEntryJson = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  actor: z.enum(["member", "rule", "system", "contact"]),
  actorId: z.string().nullable(),
  /** What was done: a noun and a verb, like `conversation-assigned`. */
  action: z.string(),
  subjectId: z.string().nullable(),
  conversationId: z.string().nullable(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});
export type AuditEntryJson = z.infer<typeof auditEntryJson>;

/** A device on which somebody is signed in. */
export const sessionJson = z.object({
  id: z.string(),
  /** What the browser says that it is. */
  userAgent: z.string().nullable(),
  address: z.string().nullable(),
  startedAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  isThis: z.boolean(),
});
export type SessionJson = z.infer<typeof sessionJson>;

export const securityJson = z.object({
  /** False for somebody who came in by a link alone. */
  hasPassword: z.boolean(),
  twoFactor: z.boolean(),
  sessions: z.array(sessionJson),
});
export type SecurityJson = z.infer<typeof securityJson>;
