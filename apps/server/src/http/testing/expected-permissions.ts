import type { RouteName } from "@galka/contract/routes";
import type { Permission } from "@galka/core/workspaces/permissions";

/**
 * Who may call a route: anybody at all, every member, or whoever has the
 * permission (of several, any one).
 */
export type Needed = "anybody" | "every-member" | Permission | readonly Permission[] | Shared;

/** Of one's own things whoever has `enter` may call it, of shared ones only who has `change` too. The seeded are shared. */
export type Shared = { readonly enter: Permission; readonly change: Permission };

const SHARED: Shared = { enter: "conversations.read", change: "library.manage" };

/**
 * Who may call what, written down. A route that is missing here does not compile;
 * permissions.test.ts tries every route with every role and holds it to this.
 */
export const NEEDED = {
  signIn: "anybody",
  signOut: "anybody",
  getMe: "every-member",
  updateMe: "every-member",

  signInSecondFactor: "anybody",
  getSecurity: "every-member",
  setPassword: "every-member",
  endSession: "every-member",
  endOtherSessions: "every-member",
  beginTwoFactor: "every-member",
  confirmTwoFactor: "every-member",
  removeTwoFactor: "every-member",
  renewBackupCodes: "every-member",

  readInvitation: "anybody",
  acceptInvitation: "anybody",
  listMembers: "members.manage",
  updateMember: "members.manage",
  deactivateMember: "members.manage",
  reactivateMember: "members.manage",
  removeMemberTwoFactor: "members.manage",
  listInvitations: "members.manage",
  inviteMember: "members.manage",
  revokeInvitation: "members.manage",
  listRoles: "every-member",
  createRole: "members.manage",
  updateRole: "members.manage",
  deleteRole: "members.manage",
  listTeams: "every-member",
  createTeam: "members.manage",
  updateTeam: "members.manage",
  deleteTeam: "members.manage",
  listAudit: "audit.read",
  listAuditActions: "audit.read",

  // What of it is about conversations is for those who may read them: see permissions.test.ts.
  getSnapshot: "every-member",
  search: "conversations.read",

  getStatistics: "statistics.read",
  getAnswerTimes: "statistics.read",
  listFigureConversations: "statistics.read",

  listHours: "every-member",
  setHours: "settings.manage",

  listConversations: "conversations.read",
  getConversation: "conversations.read",
  startConversation: "conversations.reply",
  markRead: "conversations.reply",
  markUnread: "conversations.reply",
  listMessages: "conversations.read",
  sendMessage: "conversations.reply",
  reactToMessage: "conversations.reply",
  settleUnknown: "conversations.reply",
  listUnknownSends: "conversations.read",

  listLabels: "conversations.read",
  createLabel: "library.manage",
  updateLabel: "library.manage",
  deleteLabel: "library.manage",
  changeLabels: "conversations.organize",
  addNote: "conversations.reply",
  changeNote: "conversations.reply",
  deleteNote: "conversations.reply",
  listMentions: "conversations.read",
  readMentions: "conversations.read",
  pinMessage: "conversations.organize",
  listPinned: "conversations.read",
  getDraft: "conversations.reply",
  saveDraft: "conversations.reply",
  scheduleMessage: "conversations.reply",
  listScheduled: "conversations.read",
  updateScheduled: "conversations.reply",
  cancelScheduled: "conversations.reply",
  blockContact: "conversations.organize",
  transferConversation: "conversations.reply",
  listContactMessages: "conversations.read",
  getThreadSettings: "every-member",
  updateThreadSettings: "settings.manage",

  listContacts: "contacts.read",
  getContact: "contacts.read",
  updateContact: "contacts.edit",
  listContactFields: "every-member",
  addContactField: "settings.manage",
  updateContactField: "settings.manage",
  removeContactField: "settings.manage",
  listDuplicates: "contacts.erase",
  mergeContacts: "contacts.erase",
  listMerges: "contacts.erase",
  undoMerge: "contacts.erase",
  eraseContact: "contacts.erase",
  listErasures: "contacts.erase",
  getRetention: "settings.manage",
  setRetention: "settings.manage",
  uploadContacts: "contacts.import",
  listContactImports: "contacts.import",
  getContactImport: "contacts.import",
  previewContactImport: "contacts.import",
  startContactImport: "contacts.import",
  stopContactImport: "contacts.import",
  uploadFile: ["conversations.reply", "library.manage", "contacts.import", "channels.manage"],

  listQuickReplies: "conversations.read",
  createQuickReply: "conversations.read",
  updateQuickReply: SHARED,
  removeQuickReply: SHARED,
  listMacros: "conversations.read",
  createMacro: "conversations.read",
  updateMacro: SHARED,
  removeMacro: SHARED,
  runMacro: "conversations.read",
  startBulkChange: ["conversations.organize", "conversations.reply"],
  getBulkChange: ["conversations.organize", "conversations.reply"],
  undoBulkChange: ["conversations.organize", "conversations.reply"],
  listViews: "conversations.read",
  createView: "conversations.read",
  updateView: SHARED,
  removeView: SHARED,
  countViews: "conversations.read",
  countConversations: "conversations.read",

  listChannels: "every-member",
  probeNumbers: "channels.manage",
  connectChannel: "channels.manage",
  updateChannel: "channels.manage",
  removeChannel: "channels.manage",
  examineChannel: "channels.manage",
  repairChannel: "channels.manage",
  listTemplates: ["conversations.read", "templates.manage", "channels.manage"],
  syncTemplates: ["templates.manage", "channels.manage"],
  listReceipts: ["channels.manage", "statistics.read"],
  listParked: "channels.manage",
  retryParked: "channels.manage",

  getPushKey: "every-member",
  subscribeBrowser: "conversations.read",
  unsubscribeBrowser: "every-member",

  getProfile: "conversations.read",
  updateProfile: "channels.manage",
  updateProfilePicture: "channels.manage",
  listChatLinks: "conversations.read",
  createChatLink: "channels.manage",
  updateChatLink: "channels.manage",
  removeChatLink: "channels.manage",

  uploadChatExport: "contacts.import",
  listImports: "contacts.import",
  getImport: "contacts.import",
  startImport: "contacts.import",
  stopImport: "contacts.import",
} as const satisfies Record<RouteName, Needed>;
