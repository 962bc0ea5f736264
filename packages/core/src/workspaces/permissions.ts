/** What a member can be allowed to do. The names are those of the API and of the roles' page. */
export const PERMISSIONS = [
  "conversations.read",
  /** Send, react, write notes, mark as read. */
  "conversations.reply",
  /** Change state, priority, labels, and take a conversation for oneself. */
  "conversations.organize",
  /** Give a conversation to somebody else, take one away from them. */
  "conversations.assign",
  "contacts.read",
  "contacts.edit",
  "contacts.import",
  "contacts.export",
  /** Merge, erase, and see who erased what. */
  "contacts.erase",
  /** See whole phone numbers; without it they are masked. */
  "contacts.phones",
  "templates.manage",
  "campaigns.manage",
  "automations.manage",
  /** Quick replies, macros, labels and views that the team shares. */
  "library.manage",
  "statistics.read",
  "audit.read",
  "channels.manage",
  "members.manage",
  "settings.manage",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const EVERYDAY = [
  "conversations.read",
  "conversations.reply",
  "conversations.organize",
  "contacts.read",
  "contacts.edit",
  "contacts.phones",
] as const satisfies readonly Permission[];

const SUPERVISING = [
  ...EVERYDAY,
  "conversations.assign",
  "contacts.import",
  "contacts.export",
  "automations.manage",
  "library.manage",
  "statistics.read",
] as const satisfies readonly Permission[];

const MARKETING = [
  "conversations.read",
  "contacts.read",
  "contacts.edit",
  "contacts.import",
  "contacts.phones",
  "templates.manage",
  "campaigns.manage",
  "library.manage",
  "statistics.read",
] as const satisfies readonly Permission[];

/** What the roles that every workspace has may do. A workspace's own roles are sets like these. */
export const BUILT_IN_ROLES = {
  owner: PERMISSIONS,
  administrator: PERMISSIONS,
  supervisor: SUPERVISING,
  member: EVERYDAY,
  marketer: MARKETING,
  "read-only": ["conversations.read", "contacts.read", "statistics.read"],
} as const satisfies Record<string, readonly Permission[]>;
export type BuiltInRole = keyof typeof BUILT_IN_ROLES;
