import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { DistributionPolicyJson } from "@galka/contract/json/distribution";
import type { CallAnswer } from "@galka/contract/client";
import type { PeopleChangeJson } from "@galka/contract/json/people/people-table";
import { ROUTES } from "@galka/contract/routes";
import { AUDIT_FIELDS } from "@galka/core/workspaces/audit";
import { applyEvents } from "../../apps/web/src/sync/apply-event.ts";
import { mergeMessages } from "../../apps/web/src/sync/merge-page.ts";
import { startFrom, type WorkspaceState } from "../../apps/web/src/sync/workspace-state.ts";
import { CONSENT_MUTATIONS } from "../support/consent-mutations.ts";
import { openScreen } from "../support/screen.ts";
import { until } from "../support/until.ts";
import { startWorld, type World } from "../support/world.ts";
import { SELLING } from "./selling-mutations.ts";

/** A mutation: what is done, and how one sees that all that follows from it has happened. */
type Action = (world: World, conversationId: string) => Promise<unknown>;

const REPLY = {
  shortcut: "hello",
  title: "Hello",
  folder: "",
  reach: { for: "everyone" as const },
  text: "Hello {{contact.name}}",
  buttons: [],
  fileId: null,
};

function macroWith(quickReplyId: string) {
  return {
    name: "Greet and close",
    reach: { for: "everyone" as const },
    steps: [
      { do: "send" as const, quickReplyId },
      { do: "assign" as const, to: "me" as const },
      { do: "status" as const, to: "closed" as const },
    ],
  };
}

const VIEW = {
  name: "Mine",
  reach: { for: "everyone" as const },
  filter: { all: [{ field: "assignee" as const, in: ["me" as const] }] },
  pinned: true,
  position: 0,
};

const ROUND_ROBIN: DistributionPolicyJson = {
  method: "round-robin",
  teamId: null,
  skills: [],
  byLanguage: false,
  byLabel: false,
  sticky: "last",
  order: "oldest",
  takeOverMinutes: null,
  answerTakes: true,
  onlyAssigneeAnswers: false,
  answerGapSeconds: 15,
};

const SEGMENT = {
  name: "Who wrote lately",
  description: "For the evening",
  reach: { for: "everyone" },
  filter: { all: [{ field: "message-count", way: "in", days: 30, from: 1, to: 9 }] },
} as const;

/** Every mutation of the API, by the route that causes it. */
const MUTATIONS: Readonly<Record<string, Action>> = {
  // First, so that everything after it is compared with the clocks that it moves.
  createSlaPolicy: async (world, id) => {
    await world.api("createSlaPolicy", { body: SLA_POLICY });
    await until("the clock of who waits already runs", async () => {
      const { conversation } = await world.api("getConversation", { params: { id } });
      return conversation.sla.running !== null;
    });
  },
  updateSlaPolicy: async (world) => {
    const [policy] = (await world.api("listSlaPolicies", {})).items;
    assert.ok(policy);
    const { id: person } = await world.emulator.addPerson({ name: "Somebody in a hurry" });
    await world.emulator.write(person, world.phoneNumberId, { kind: "text", body: "Quickly" });
    const clockOfMinutes = (minutes: number) =>
      until(`their clock is one of ${minutes} minutes`, async () => {
        const { items } = await world.api("listConversations", {});
        const found = items.find(({ lastMessage }) => textOf(lastMessage?.content) === "Quickly");
        const dueMs = Date.parse(found?.sla.running?.dueAt ?? "");
        return dueMs - Date.parse(found?.waitingSince ?? "") === minutes * 60_000;
      });
    await clockOfMinutes(30);
    const minutes = { ...SLA_POLICY.minutes, "first-answer": 45 };
    const body = { ...SLA_POLICY, minutes };
    await world.api("updateSlaPolicy", { params: { id: policy.id }, body });
    await clockOfMinutes(45);
  },
  orderSlaPolicies: (world) => world.api("orderSlaPolicies", { body: { ids: [] } }),
  readSlaAlerts: (world) => world.api("readSlaAlerts", { body: {} }),
  lookAtNumberHealth: async (world) =>
    world.api("lookAtNumberHealth", { params: { id: await channelOf(world) }, body: {} }),
  overruleBrake: async (world) =>
    world.api("overruleBrake", {
      params: { id: await channelOf(world) },
      body: { brake: "slow", reason: "A slow start.", hours: 1 },
    }),
  releaseBrake: async (world) =>
    world.api("releaseBrake", { params: { id: await channelOf(world) } }),
  updateMe: (world) => world.api("updateMe", { body: { name: "Olga Owner" } }),
  startConversation: async (world) =>
    world.api("startConversation", {
      body: { channelId: await channelOf(world), phone: "+49 1550 7654321", name: "New person" },
    }),
  sendMessage: (world, id) => sendText(world, id, "An answer"),
  reactToMessage: async (world, id) => {
    const message = await newestInbound(world, id);
    await world.api("reactToMessage", { params: { id: message }, body: { emoji: "👍" } });
  },
  markRead: (world, id) => world.api("markRead", { params: { id } }),
  markUnread: (world, id) => world.api("markUnread", { params: { id } }),
  updateContact: async (world, id) => {
    const { conversation } = await world.api("getConversation", { params: { id } });
    await world.api("updateContact", {
      params: { id: conversation.contact.id },
      body: { name: "Renamed", fields: { city: "Riga" } },
    });
  },
  startPeopleChange: async (world) => {
    const { member } = await world.api("getMe", {});
    await changePeople(world, { kind: "responsible", to: member.id });
  },
  undoPeopleChange: async (world) => {
    const run = await changePeople(world, {
      kind: "label",
      labelId: await labelOf(world),
      on: true,
    });
    await world.api("undoPeopleChange", { params: { id: run.id } });
  },
  addContactField: (world) =>
    world.api("addContactField", { body: { name: "Size", kind: "number" } }),
  updateContactField: async (world) => {
    const field = await world.api("addContactField", { body: { name: "Kind", kind: "text" } });
    await world.api("updateContactField", { params: { id: field.id }, body: { kind: "number" } });
  },
  removeContactField: async (world) => {
    const field = await world.api("addContactField", { body: { name: "Gone", kind: "text" } });
    await world.api("removeContactField", { params: { id: field.id } });
  },
  setRetention: (world) =>
    world.api("setRetention", {
      body: { messages: null, media: 3650, "webhook-log": null, audit: null },
    }),
  mergeContacts: async (world, id) => {
    await mergeAnother(world, id);
  },
  undoMerge: async (world, id) => {
    const contactId = await mergeAnother(world, id);
    const { items } = await world.api("listMerges", { params: { id: contactId } });
    await world.api("undoMerge", { params: { id: items[0]?.id ?? "" } });
  },
  eraseContact: async (world, id) => {
    const { other } = await twoContacts(world, id);
    await world.api("eraseContact", { params: { id: other }, body: { confirmed: true } });
  },
  takeConversation: (world, id) => world.api("takeConversation", { params: { id } }),
  assignConversation: (world, id) =>
    world.api("assignConversation", {
      params: { id },
      body: { assigneeId: null, note: "Somebody else knows more of this" },
    }),
  changeState: async (world, id) => {
    const snoozedUntil = new Date(Date.now() + 86_400_000).toISOString();
    const body = { status: "snoozed", snoozedUntil, priority: "high" } as const;
    await world.api("changeState", { params: { id }, body });
  },
  setDesk: async (world) => {
    const { items } = await world.api("listDesks", {});
    assert.ok(items[0]);
    const { memberId } = items[0];
    const nothing = { skills: [], languages: [], labelIds: [] };
    await world.api("setDesk", { body: { memberId, capacity: 7, ...nothing } });
  },
  setAvailability: (world) => world.api("setAvailability", { body: { availability: "online" } }),
  setPolicy: (world) => world.api("setPolicy", { body: { of: "everywhere", policy: ROUND_ROBIN } }),
  setSatisfactionSettings: async (world) => {
    const settings = await world.api("getSatisfactionSettings", {});
    await world.api("setSatisfactionSettings", { body: { ...settings, waitMinutes: 7 } });
  },
  ...CONSENT_MUTATIONS,
  setHours: (world) =>
    world.api("setHours", {
      body: {
        of: "office",
        hours: { timeZone: "Europe/Berlin", week: [[], [], [], [], [], [], []], holidays: [] },
      },
    }),
  updateChannel: async (world) =>
    world.api("updateChannel", { params: { id: await channelOf(world) }, body: { name: "Desk" } }),
  createQuickReply: (world) => world.api("createQuickReply", { body: REPLY }),
  updateQuickReply: async (world) => {
    const { items } = await world.api("listQuickReplies", {});
    const body = { ...REPLY, title: "Renamed" };
    await world.api("updateQuickReply", { params: { id: items[0]?.id ?? "" }, body });
  },
  createMacro: async (world) => {
    const { items } = await world.api("listQuickReplies", {});
    await world.api("createMacro", { body: macroWith(items[0]?.id ?? "") });
  },
  updateMacro: async (world) => {
    const { items } = await world.api("listMacros", {});
    const [macro] = items;
    assert.ok(macro);
    const body = { name: "Renamed", reach: { for: "everyone" as const }, steps: macro.steps };
    await world.api("updateMacro", { params: { id: macro.id }, body });
  },
  runMacro: async (world, conversationId) => {
    const { items } = await world.api("listMacros", {});
    const body = { conversationId, clientIds: [randomUUID()] };
    await world.api("runMacro", { params: { id: items[0]?.id ?? "" }, body });
  },
  removeMacro: async (world) => {
    const { items } = await world.api("listMacros", {});
    await world.api("removeMacro", { params: { id: items[0]?.id ?? "" } });
  },
  removeQuickReply: async (world) => {
    const { items } = await world.api("listQuickReplies", {});
    await world.api("removeQuickReply", { params: { id: items[0]?.id ?? "" } });
  },
  startBulkChange: (world) =>
    world.api("startBulkChange", {
      body: { filter: { all: [] }, change: { status: "pending", priority: "high", unread: true } },
    }),
  undoBulkChange: async (world, id) => {
    const change = { status: "snoozed", snoozedUntil: null } as const;
    const bulk = await world.api("startBulkChange", { body: { ids: [id], change } });
    await world.api("undoBulkChange", { params: { id: bulk.id } });
  },
  createView: (world) => world.api("createView", { body: VIEW }),
  updateView: async (world) => {
    const { items } = await world.api("listViews", {});
    await world.api("updateView", {
      params: { id: items[0]?.id ?? "" },
      body: { ...VIEW, name: "Renamed" },
    });
  },
  removeView: async (world) => {
    const { items } = await world.api("listViews", {});
    await world.api("removeView", { params: { id: items[0]?.id ?? "" } });
  },
  createSegment: (world) => world.api("createSegment", { body: SEGMENT }),
  updateSegment: async (world) => {
    const [segment] = (await world.api("listSegments", {})).items;
    const body = { ...SEGMENT, name: "Renamed" };
    await world.api("updateSegment", { params: { id: segment?.id ?? "" }, body });
  },
  removeSegment: async (world) => {
    const [segment] = (await world.api("listSegments", {})).items;
    await world.api("removeSegment", { params: { id: segment?.id ?? "" } });
  },
  createAudienceList: async (world) => {
    const list = await world.api("createAudienceList", { body: { name: "VIP", description: "" } });
    await changePeople(world, { kind: "list", listId: list.id, on: true });
  },
  updateAudienceList: async (world) => {
    const [list] = (await world.api("listAudienceLists", {})).items;
    const body = { name: "Regulars", description: "Since last year" };
    await world.api("updateAudienceList", { params: { id: list?.id ?? "" }, body });
  },
  removeAudienceList: async (world) => {
    const [list] = (await world.api("listAudienceLists", {})).items;
    await world.api("removeAudienceList", { params: { id: list?.id ?? "" } });
  },
  createLabel: (world) => labelOf(world),
  updateLabel: async (world) => {
    const id = await labelOf(world);
    await world.api("updateLabel", { params: { id }, body: { color: "red" } });
  },
  deleteLabel: async (world, id) => {
    const label = await labelOf(world);
    await world.api("changeLabels", { params: { id }, body: { add: [label], remove: [] } });
    await world.api("deleteLabel", { params: { id: label } });
  },
  changeLabels: async (world, id) => {
    const add = [await labelOf(world)];
    await world.api("changeLabels", { params: { id }, body: { add, remove: [] } });
  },
  addNote: (world, id) => noteOf(world, id),
  changeNote: async (world, id) => {
    const note = await noteOf(world, id);
    const body = { text: "Call them today", mentions: [] };
    await world.api("changeNote", { params: { id: note }, body });
  },
  deleteNote: async (world, id) => {
    const note = await noteOf(world, id);
    await world.api("deleteNote", { params: { id: note } });
  },
  readMentions: (world) => world.api("readMentions", { body: {} }),
  pinMessage: async (world, id) => {
    const message = await newestInbound(world, id);
    await world.api("pinMessage", { params: { id: message }, body: { pinned: true } });
  },
  scheduleMessage: (world, id) => scheduledOf(world, id),
  updateScheduled: async (world, id) => {
    const scheduled = await scheduledOf(world, id);
    const body = { sendAt: "2101-01-01T08:00:00Z" };
    await world.api("updateScheduled", { params: { id: scheduled }, body });
  },
  cancelScheduled: async (world, id) => {
    const scheduled = await scheduledOf(world, id);
    await world.api("cancelScheduled", { params: { id: scheduled } });
  },
  blockContact: async (world, id) => {
    // Only who wrote lately can be blocked.
    await writeAs(world, "Are you there?");
    await until("they are heard", async () => {
      const { conversation } = await world.api("getConversation", { params: { id } });
      return textOf(conversation.lastMessage?.content) === "Are you there?";
    });
    await world.api("blockContact", { params: { id }, body: { blocked: true } });
    await world.api("blockContact", { params: { id }, body: { blocked: false } });
  },
  updateThreadSettings: (world) =>
    world.api("updateThreadSettings", { body: { showsTyping: false } }),
  inviteMember: (world) =>
    world.api("inviteMember", { body: { email: "luz@example.org", role: "read-only" } }),
  acceptInvitation: async (world) => {
    const body = { email: "mia@example.org", role: "member" } as const;
    const { link } = await world.api("inviteMember", { body });
    const token = new URL(link).hash.slice(1);
    await world.api("acceptInvitation", {
      body: { token, name: "Mia", password: "fake-password-1" },
    });
  },
  updateMember: async (world) =>
    world.api("updateMember", {
      params: { id: await otherMember(world) },
      body: { role: "supervisor" },
    }),
  deactivateMember: async (world) =>
    world.api("deactivateMember", { params: { id: await otherMember(world) } }),
  reactivateMember: async (world) =>
    world.api("reactivateMember", { params: { id: await otherMember(world) } }),
  createRole: (world) =>
    world.api("createRole", { body: { name: "Desk", permissions: ["conversations.read"] } }),
  createTeam: (world) => world.api("createTeam", { body: { name: "Night", memberIds: [] } }),
  deleteTeam: async (world) => {
    const { items } = await world.api("listTeams", {});
    await world.api("deleteTeam", { params: { id: items[0]?.id ?? "" } });
  },
  createRule: (world) => world.api("createRule", { body: HOURS_RULE }),
  updateRule: async (world) => {
    const [rule] = (await world.api("listRules", {})).items;
    assert.ok(rule);
    await world.api("updateRule", { params: { id: rule.id }, body: { name: "Opening hours" } });
  },
  orderRules: (world) => world.api("orderRules", { body: { ids: [] } }),
  syncTemplates: async (world) =>
    world.api("syncTemplates", { params: { id: await channelOf(world) } }),
  ...SELLING,
};

const SLA_POLICY = {
  name: "Everybody",
  isOn: true,
  scope: { channelIds: [], teamIds: [], priorities: [], labelIds: [] },
  minutes: { "first-answer": 30, "next-answer": 30, resolution: 600 },
  countedIn: "wall-clock",
  warnPercent: 75,
} as const;

/** A rule that answers whoever asks for the hours. */
const HOURS_RULE = {
  name: "Hours",
  isOn: true,
  trigger: { kind: "message" },
  conditions: [{ kind: "text", how: "word", phrases: ["hours"] }],
  actions: [
    { kind: "send-text", text: "Nine to six" },
    { kind: "set-priority", priority: "high" },
  ],
  restMinutes: 0,
  mostPerHour: 100,
  isLast: false,
} as const;

/** What Meta and people cause. */
const CAUSED_OUTSIDE: Readonly<Record<string, Action>> = {
  "a message comes in": (world) => writeAs(world, "And another thing"),
  "a reaction comes in": async (world) => {
    const person = await somebody(world);
    const { data } = await world.emulator.messages(person, world.phoneNumberId);
    const last = data.findLast(({ direction }) => direction === "in");
    if (last) await world.emulator.react(person, last.id, "🔥");
  },
  "somebody reads": async (world) =>
    world.emulator.open(await somebody(world), world.phoneNumberId),
  "a message comes in after a silence": async (world) => {
    // By then it shows that the number was heard, and that is a change too.
    await world.emulator.moveClock({ advanceMs: 60_000 });
    await writeAs(world, "Are you still there?");
  },
  "a target is broken": async (world) => {
    await writeAs(world, "Nobody answers this");
    await world.emulator.moveClock({ advanceMs: 31 * 60_000 });
    await until("it is told", async () => {
      const { items } = await world.api("listSlaAlerts", {});
      return items.some((it) => it.is === "broken");
    });
  },
  deleteSlaPolicy: async (world, id) => {
    const [policy] = (await world.api("listSlaPolicies", {})).items;
    await world.api("deleteSlaPolicy", { params: { id: policy?.id ?? "" } });
    await until("no clock runs", async () => {
      const { conversation } = await world.api("getConversation", { params: { id } });
      return conversation.sla.running === null;
    });
  },
  "a rule answers": (world) => writeAs(world, "What are your hours?"),
  deleteRule: async (world) => {
    const [rule] = (await world.api("listRules", {})).items;
    assert.ok(rule);
    await world.api("deleteRule", { params: { id: rule.id } });
  },
  "somebody unknown writes": async (world) => {
    const { id } = await world.emulator.addPerson({ name: "Stranger" });
    await world.emulator.write(id, world.phoneNumberId, { kind: "text", body: "Hello there" });
  },
  "whatever of all that came late": async () => {},
};

/** Changes no shared state that a browser holds, or is done through another of these. */
const WITHOUT_AGREEMENT: Readonly<Record<string, string>> = {
  saveTemplateDraft: "tells of the same list as syncTemplates; templates.test.ts shows it",
  discardTemplateDraft: "tells of the same list as syncTemplates, too",
  submitTemplateDraft: "tells of the same list as syncTemplates, too",
  hideTemplate: "tells of the same list as syncTemplates, too",
  seeTemplateCategory: "tells of the same list as syncTemplates, too",
  deleteTemplate: "tells of the same list as syncTemplates, too",
  lintTemplate: "only reads",
  forecastCampaign: "only reads",
  previewCampaign: "only reads",
  setCampaignPace: "is done within moveCampaign",
  retryCampaign: "its events are those of launchCampaign",
  estimatePrices: "only reads",
  signIn: "makes a session, nothing of the workspace",
  signOut: "ends a session, nothing of the workspace",
  saveDraft: "is one member's own; nobody's screen shows it",
  transferConversation: "its events are those of startConversation and sendMessage",
  signInSecondFactor: "makes a session, nothing of the workspace",
  readInvitation: "only reads",
  revokeInvitation: "tells of the same list as inviteMember; members.test.ts shows it",
  removeMemberTwoFactor: "tells of the same member as updateMember",
  updateRole: "tells of the same list as createRole; members.test.ts shows it",
  deleteRole: "tells of the same list as createRole; members.test.ts shows it",
  updateTeam: "tells of the same list as createTeam; members.test.ts shows it",
  setPassword: "a member's own access, nothing of the workspace",
  endSession: "a member's own access, nothing of the workspace",
  endOtherSessions: "a member's own access, nothing of the workspace",
  beginTwoFactor: "a member's own access, nothing of the workspace",
  confirmTwoFactor: "a member's own access, nothing of the workspace",
  removeTwoFactor: "a member's own access, nothing of the workspace",
  renewBackupCodes: "a member's own access, nothing of the workspace",
  settleUnknown: "its events are those of sendMessage; settle-unknown.test.ts shows them",
  askConsent:
    "its events are those of sendMessage and recordConsent; hear-consents.test.ts shows it",
  uploadFile: "a file is nothing until a message carries it",
  probeNumbers: "only asks Meta",
  connectChannel: "connect-channel.test.ts shows its event",
  removeChannel: "would take away what the other actions work on; remove-channel.test.ts shows it",
  examineChannel: "only asks Meta",
  repairChannel: "changes Meta's side",
  retryParked: "its events are those of the member it applies",
  updateProfile: "it lives at WhatsApp, and is asked for when it is looked at",
  updateProfilePicture: "it lives at WhatsApp, too",
  createChatLink: "links live at WhatsApp, too",
  updateChatLink: "links live at WhatsApp, too",
  removeChatLink: "links live at WhatsApp, too",
  subscribeBrowser: "concerns this browser alone, and no other",
  unsubscribeBrowser: "concerns this browser alone, and no other",
  uploadChatExport: "run-chat-import.test.ts shows its events",
  dryRunRule: "only looks at what was",
  startImport: "run-chat-import.test.ts shows its events",
  stopImport: "run-chat-import.test.ts shows its events",
  uploadContacts: "a table is nothing until it is imported",
  countAudience: "only counts",
  compareAudiences: "only counts",
  previewAudience: "only looks",
  previewContactImport: "only looks",
  startContactImport: "contact-import.test.ts shows its events",
  stopContactImport: "contact-import.test.ts shows its events",
};

/** A campaign's message in a closed conversation is on nobody's desk: a list shows it when it is fetched. */
const QUIET_WHERE_CLOSED: ReadonlySet<string> = new Set(["launchCampaign"]);

function onTheDesk(state: WorkspaceState): WorkspaceState {
  const open = [...state.conversations].filter(([, { status }]) => status !== "closed");
  return { ...state, conversations: new Map(open) };
}

describe("what the events make of a browser's state", () => {
  let world: World;
  let conversationId: string;
  /** What was fetched last: what happens after it, however late, belongs to the next comparison. */
  let fetched: WorkspaceState | null = null;

  before(async () => {
    world = await startWorld();
    await writeAs(world, "Good morning");
    conversationId = await until("the conversation is there", async () => {
      const { items } = await world.api("listConversations", { query: { limit: 100 } });
      return items.find(({ lastMessage }) => textOf(lastMessage?.content) === "Good morning")?.id;
    });
  });
  after(() => world[Symbol.asyncDispose]());

  for (const [name, action] of Object.entries({ ...MUTATIONS, ...CAUSED_OUTSIDE })) {
    it(`equals a fresh fetch after: ${name}`, async () => {
      const old = fetched ?? (await fetchState(world, conversationId));
      await using screen = await openScreen(world, old.seq);
      await action(world, conversationId);
      await screen.quiet();
      const fresh = await fetchState(world, conversationId);
      // What is on nobody's desk may change without a word, and late.
      fetched = QUIET_WHERE_CLOSED.has(name) ? null : fresh;
      await screen.settled(async () => fresh.seq);

      const told = applyEvents(
        old,
        screen.events.filter(({ seq }) => seq <= fresh.seq),
      );

      assert.equal(told.missing, false);
      const seen = QUIET_WHERE_CLOSED.has(name) ? onTheDesk : (state: WorkspaceState) => state;
      assert.deepEqual(shown(seen(told.state), conversationId), shown(seen(fresh), conversationId));
    });
  }

  it("is compared for every mutation of the API", () => {
    const mutations = Object.entries(ROUTES).filter(([, { method }]) => method !== "GET");
    const forgotten = mutations
      .map(([name]) => name)
      .filter((name) => !(name in { ...MUTATIONS, ...CAUSED_OUTSIDE, ...WITHOUT_AGREEMENT }));
    assert.deepEqual(forgotten, []);
  });

  it("leaves a record whose every field has a name in the interface", async () => {
    const entries = await everyRecord(world);
    assert.ok(new Set(entries.map(({ action }) => action)).size > 30);
    const names = entries.flatMap(({ before, after }) => [...namesIn(before), ...namesIn(after)]);
    const known: readonly string[] = AUDIT_FIELDS;
    assert.deepEqual(
      [...new Set(names)].filter((name) => !known.includes(name)),
      [],
    );
  });
});

async function everyRecord(world: World) {
  const entries = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const query = { limit: 100, ...(cursor === "" ? {} : { cursor }) };
    const page: CallAnswer<"listAudit"> = await world.api("listAudit", { query });
    entries.push(...page.items);
    cursor = page.next;
  }
  return entries;
}

/** The names of what is recorded, within others too; the fields of a contact are the team's own words. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === "fields" ? [name] : [name, ...namesIn(inner)],
  );
}

function changePeople(world: World, change: PeopleChangeJson) {
  return world.api("startPeopleChange", { body: { change, filter: { all: [] } } });
}

/** Somebody who is not the owner that asks. */
async function otherMember(world: World): Promise<string> {
  const { members } = await world.api("getSnapshot", {});
  return members.find(({ role }) => role !== "owner")?.id ?? "";
}

/** What a member sees of the state; how it was fetched is left out. */
function shown(state: WorkspaceState, conversationId: string) {
  return {
    seq: state.seq,
    members: state.members,
    channels: state.channels,
    conversations: state.conversations,
    unreadConversations: state.unreadConversations,
    messages: state.threads.get(conversationId)?.messages,
    activity: state.threads.get(conversationId)?.activity,
  };
}

/** All of one moment: a page may show what happened after its `seq`, so it is asked whether nothing did. */
async function fetchState(world: World, id: string): Promise<WorkspaceState> {
  const snapshot = await world.api("getSnapshot", {});
  const page = await world.api("listMessages", { params: { id }, query: { limit: 100 } });
  const { seq } = await world.api("listMessages", { params: { id }, query: { limit: 1 } });
  if (page.seq !== snapshot.seq || seq !== snapshot.seq) return fetchState(world, id);
  const state = mergeMessages(startFrom(snapshot), id, page, "instead");
  assert.ok(state);
  return state;
}

async function mergeAnother(world: World, conversationId: string): Promise<string> {
  const { own, other } = await twoContacts(world, conversationId);
  await world.api("mergeContacts", { params: { id: own }, body: { loserId: other } });
  return own;
}

async function twoContacts(world: World, conversationId: string) {
  const { conversation } = await world.api("getConversation", { params: { id: conversationId } });
  const own = conversation.contact.id;
  const { items } = await world.api("listConversations", { query: { limit: 100 } });
  const another = items.find(({ contact }) => contact.id !== own);
  assert.ok(another);
  return { own, other: another.contact.id };
}

async function channelOf(world: World): Promise<string> {
  const { items } = await world.api("listChannels", {});
  assert.ok(items[0]);
  return items[0].id;
}

async function somebody(world: World): Promise<string> {
  const { data } = await world.emulator.people();
  assert.ok(data[0]);
  return data[0].id;
}

async function writeAs(world: World, body: string): Promise<void> {
  await world.emulator.write(await somebody(world), world.phoneNumberId, { kind: "text", body });
}

async function labelOf(world: World): Promise<string> {
  const body = {
    name: `Label ${randomUUID()}`.slice(0, 40),
    color: "blue",
    shape: "star",
  } as const;
  return (await world.api("createLabel", { body })).id;
}

async function noteOf(world: World, id: string): Promise<string> {
  const body = { clientId: randomUUID(), text: "Call them tomorrow", mentions: [] };
  return (await world.api("addNote", { params: { id }, body })).messageId;
}

async function scheduledOf(world: World, id: string): Promise<string> {
  const draft = { kind: "text", text: "Good morning" } as const;
  const body = { clientId: randomUUID(), draft, sendAt: "2100-01-01T08:00:00Z" };
  return (await world.api("scheduleMessage", { params: { id }, body })).id;
}

function sendText(world: World, id: string, text: string) {
  const body = { clientId: randomUUID(), draft: { kind: "text", text } } as const;
  return world.api("sendMessage", { params: { id }, body });
}

async function newestInbound(world: World, id: string): Promise<string> {
  const { items } = await world.api("listMessages", { params: { id } });
  const found = items.find(({ direction }) => direction === "in");
  assert.ok(found);
  return found.id;
}

function textOf(content: unknown): unknown {
  return typeof content === "object" && content !== null && "text" in content ? content.text : null;
}
