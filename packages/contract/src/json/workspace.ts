import { z } from "zod";

/** What a member can be allowed to do. */
export const permissionJson = z.enum([
  "conversations.read",
  "conversations.reply",
  "conversations.organize",
  "conversations.assign",
  "contacts.read",
  "contacts.edit",
  "contacts.import",
  "contacts.export",
  "contacts.erase",
  "contacts.phones",
  "templates.manage",
  "campaigns.manage",
  "automations.manage",
  "library.manage",
  "statistics.read",
  "audit.read",
  "channels.manage",
  "members.manage",
  "settings.manage",
]);

export const builtInRoleJson = z.enum([
  "owner",
  "administrator",
  "supervisor",
  "member",
  "marketer",
  "read-only",
]);

export const memberJson = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  /** `custom` is one of the workspace's own; `roleId` says which. */
  role: z.enum([...builtInRoleJson.options, "custom"]),
  roleId: z.string().nullable(),
  /** False for somebody who may not come in any more; their name stays on what they wrote. */
  active: z.boolean(),
});
export type MemberJson = z.infer<typeof memberJson>;

export const preferencesJson = z.object({
  locale: z.enum(["en", "ru"]).exactOptional(),
  theme: z.enum(["system", "light", "dark"]).exactOptional(),
  notifications: z.boolean().exactOptional(),
  /** The columns of the table of contacts; those of fields begin with "field:". */
  contactColumns: z.array(z.string().max(80)).max(60).exactOptional(),
});
export type PreferencesJson = z.infer<typeof preferencesJson>;

export const channelJson = z.object({
  id: z.string(),
  kind: z.literal("whatsapp"),
  name: z.string(),
  status: z.enum(["connected", "paused", "disconnected"]),
  /** Why it is paused, in the language of whoever reads it. */
  statusReason: z.object({ en: z.string(), ru: z.string() }).nullable(),
  displayPhone: z.string(),
  verifiedName: z.string(),
  phoneNumberId: z.string(),
  wabaId: z.string(),
  appId: z.string().nullable(),
  baseUrl: z.string(),
  apiVersion: z.string(),
  webhookUrl: z.string(),
  quality: z.enum(["green", "yellow", "red", "unknown"]),
  throughputPerSecond: z.number(),
  lastHeardAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type ChannelJson = z.infer<typeof channelJson>;

/** Who is signed in, where, and what the page needs before anything else. */
export const meJson = z.object({
  member: memberJson,
  /** Everything that this member is allowed to do. */
  permissions: z.array(permissionJson),
  preferences: preferencesJson,
  workspace: z.object({ id: z.string(), name: z.string(), isDemo: z.boolean() }),
  /** The business's time at the server: what every countdown on the page counts by. */
  now: z.iso.datetime(),
  version: z.string(),
  /** Where the simulated phones are, in a demo workspace. */
  phonesUrl: z.string().nullable(),
});
export type MeJson = z.infer<typeof meJson>;
