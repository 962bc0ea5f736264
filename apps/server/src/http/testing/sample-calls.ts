import type { RouteName } from "@galka/contract/routes";
import { USUAL_SETTINGS } from "@galka/core/satisfaction/usual";
import type { Seeded } from "@galka/postgres/testing/seed";

const SAMPLE_REPLY = {
  shortcut: "hello",
  title: "Hello",
  folder: "",
  reach: { for: "me" },
  text: "Hello {{contact.name}}",
  buttons: [],
  fileId: null,
};
const SAMPLE_MACRO = {
  name: "Done",
  reach: { for: "me" },
  steps: [{ do: "status", to: "closed" }],
};
const SAMPLE_VIEW = {
  name: "Mine",
  reach: { for: "me" },
  filter: { all: [{ field: "assignee", in: ["me"] }] },
  pinned: true,
  position: 0,
};

const SAMPLE_FILTER = { all: [{ field: "window", is: "open" }] };
const SAMPLE_SEGMENT = {
  name: "Who wrote today",
  description: "",
  reach: { for: "me" },
  filter: SAMPLE_FILTER,
};
const SAMPLE_WISH = { of: [{ from: "filter", filter: SAMPLE_FILTER }], except: [] };

const WEEK = "?from=2026-11-16&to=2026-11-22";

/** What has to stand behind a route's path, for those that ask for it. */
export const SAMPLE_QUERIES: Readonly<Partial<Record<RouteName, string>>> = {
  listTwins: "?because=name",
  search: "?q=Hola",
  findMessages: "?q=Hola",
  countFound: "?q=Hola",
  getStatistics: WEEK,
  getAnswerTimes: WEEK,
  listFigureConversations: `${WEEK}&measure=failed`,
  getSlaFigures: WEEK,
  listSlaConversations: `${WEEK}&outcome=broken`,
  getSpending: `${WEEK}&by=day`,
  getRateCard: "?tariff=2026-10&day=2026-11-22",
  getReconciliation: WEEK,
  getWhatIf: `${WEEK}&tariffs=2022,by-date`,
  getSatisfaction: WEEK,
  listSatisfactionAnswers: WEEK,
  getTemplateLife: "?templateId=1",
  getCampaignRecipient: "?contactId={contactId}",
};

const SAMPLE_TARIFF = {
  name: "Partner",
  currency: "EUR",
  unit: "conversation-by-initiator",
  free: 1000,
  freeUtilityInWindow: false,
  entryPointHours: 24,
  prices: [{ market: "other", kind: "user-initiated", micros: 40_000 }],
};

const SAMPLE_BUDGET = {
  channelId: null,
  purpose: "marketing",
  period: "month",
  currency: "USD",
  limitMicros: 100_000_000,
  alarmPercent: 80,
  stops: true,
};

const SAMPLE_SLA_POLICY = {
  name: "Everybody",
  isOn: false,
  scope: { channelIds: [], teamIds: [], priorities: [], labelIds: [] },
  minutes: { "first-answer": 30, "next-answer": null, resolution: null },
  countedIn: "office-hours",
  warnPercent: 75,
};

const SAMPLE_RULE = {
  name: "Opening hours",
  isOn: false,
  trigger: { kind: "message" },
  conditions: [{ kind: "text", how: "word", phrases: ["hours"] }],
  actions: [{ kind: "send-text", text: "Nine to six" }],
  restMinutes: 0,
  mostPerHour: 1000,
  isLast: false,
};

const SAMPLE_TEMPLATE = {
  name: "order_ready",
  language: "en_US",
  category: "utility",
  parameterFormat: "positional",
  header: null,
  body: "Your order is ready.",
  footer: null,
  buttons: [],
};

const SAMPLE_CAMPAIGN = {
  name: "Offer",
  channelId: "00000000-0000-4000-8000-000000000001",
  audience: { of: [{ from: "filter", filter: { all: [] } }], except: [] },
  plan: {
    messages: [
      {
        templateId: "offer",
        values: [{ place: "body", key: "1", source: { from: "name", fallback: "friend" } }],
        files: [],
      },
    ],
    start: { kind: "now" },
    repeat: null,
    firstWave: { percent: 5, waitMinutes: 60, onGood: "go", onBad: "wait" },
    test: null,
    steps: [],
    perMinute: null,
    triesLater: false,
  },
};

/** A body that each route's schema accepts, so that a call gets as far as the thing that it names. */
export const SAMPLE_BODIES: Readonly<Partial<Record<RouteName, object>>> = {
  lintTemplate: { text: SAMPLE_TEMPLATE, templateId: null },
  hideTemplate: { templateId: "1", hidden: true },
  seeTemplateCategory: { templateId: "1" },
  deleteTemplate: { templateId: "1", languages: "one" },
  saveTemplateDraft: {
    channelId: "00000000-0000-4000-8000-000000000000",
    templateId: null,
    text: SAMPLE_TEMPLATE,
  },
  submitTemplateDraft: {},
  acceptInvitation: { token: "no-such-token-at-all-here", name: "Luz", password: "long enough" },
  beginTwoFactor: { password: "wrong" },
  confirmTwoFactor: { code: "000000" },
  createRole: { name: "Desk of tests", permissions: [] },
  createTeam: { name: "Team of tests", memberIds: [] },
  inviteMember: { email: "luz@example.org", role: "read-only" },
  readInvitation: { token: "no-such-token-at-all-here" },
  removeTwoFactor: { password: "wrong" },
  renewBackupCodes: { password: "wrong" },
  setPassword: { current: "wrong", password: "another horse 2" },
  signInSecondFactor: { code: "000000", kind: "app" },
  updateMember: { role: "read-only" },
  updateRole: { name: "Desk", permissions: ["conversations.read"] },
  updateTeam: { name: "Night", memberIds: [] },
  signIn: { email: "nobody@example.org", password: "wrong" },
  updateMe: { name: "Ana" },
  startConversation: {
    channelId: "00000000-0000-4000-8000-000000000001",
    phone: "+49 30 901820",
  },
  sendMessage: {
    clientId: "00000000-0000-4000-8000-000000000002",
    draft: { kind: "text", text: "Hello" },
  },
  createLabel: { name: "Large order", color: "blue", shape: "star" },
  updateLabel: { name: "Small order" },
  changeLabels: { add: [], remove: [] },
  addNote: {
    clientId: "00000000-0000-4000-8000-000000000003",
    text: "Call them tomorrow",
    mentions: [],
  },
  changeNote: { text: "Call them today", mentions: [] },
  readMentions: {},
  pinMessage: { pinned: true },
  saveDraft: { text: "Half a sen" },
  scheduleMessage: {
    clientId: "00000000-0000-4000-8000-000000000004",
    draft: { kind: "text", text: "Good morning" },
    sendAt: "2100-01-01T08:00:00Z",
  },
  updateScheduled: { sendAt: "2100-01-01T09:00:00Z" },
  blockContact: { blocked: true },
  transferConversation: {
    clientId: "00000000-0000-4000-8000-000000000005",
    channelId: "00000000-0000-4000-8000-000000000001",
    draft: { kind: "text", text: "Hello" },
  },
  updateThreadSettings: { showsTyping: true },
  reactToMessage: { emoji: "👍" },
  settleUnknown: { decision: "leave" },
  startPeopleChange: {
    ids: ["00000000-0000-4000-8000-000000000003"],
    change: { kind: "field", name: "City", value: "Riga" },
  },
  recordConsent: {
    purpose: "marketing",
    decision: "withdrawn",
    note: "Said so on the phone",
  },
  takeConsent: {
    key: "form-1",
    phone: "+4915155501317",
    purposes: ["marketing"],
    decision: "granted",
    wording: "Write me about offers",
    way: "site-form",
  },
  askConsent: {
    clientId: "00000000-0000-4000-8000-00000000000a",
    templateId: "1",
    values: {},
    wordingId: "00000000-0000-4000-8000-00000000000b",
    purpose: "marketing",
  },
  setConsentSettings: { stopWords: [], startWords: [], caps: [], quietHours: null },
  setConsentCountry: { country: "RU", marketing: "off", reason: "As it was" },
  addConsentWording: { name: "Offers", language: "en", text: "Write me about offers" },
  addContactField: { name: "City", kind: "text" },
  updateContactField: { kind: "number" },
  mergeContacts: { loserId: "00000000-0000-4000-8000-000000000003" },
  eraseContact: { confirmed: true },
  setRetention: { messages: null, media: 365, "webhook-log": null, audit: null },
  previewContactImport: { columns: [{ to: "phone" }], country: "DE", known: "skip" },
  startContactImport: { columns: [{ to: "phone" }], country: "DE", known: "skip" },
  updateContact: { name: "Luz" },
  createQuickReply: SAMPLE_REPLY,
  updateQuickReply: SAMPLE_REPLY,
  createMacro: SAMPLE_MACRO,
  updateMacro: SAMPLE_MACRO,
  runMacro: { conversationId: "00000000-0000-4000-8000-000000000001", clientIds: [] },
  startBulkChange: {
    ids: ["00000000-0000-4000-8000-000000000001"],
    change: { status: "closed" },
  },
  createSegment: SAMPLE_SEGMENT,
  updateSegment: SAMPLE_SEGMENT,
  createAudienceList: { name: "List of tests", description: "" },
  updateAudienceList: { name: "Another list of tests", description: "" },
  countAudience: { wish: SAMPLE_WISH, until: "quick" },
  compareAudiences: { one: SAMPLE_WISH, other: SAMPLE_WISH, until: "quick" },
  previewAudience: { wish: SAMPLE_WISH },
  createView: SAMPLE_VIEW,
  updateView: SAMPLE_VIEW,
  probeNumbers: { accessToken: "fake", wabaId: "2002" },
  connectChannel: {
    accessToken: "fake-token-for-tests",
    appSecret: "fake-secret-for-tests",
    wabaId: "2002",
    phoneNumberId: "1001",
  },
  updateChannel: { name: "Shop" },
  updateProfile: { about: "Bread since 1912" },
  updateProfilePicture: { fileId: "00000000-0000-4000-8000-000000000003" },
  createChatLink: { words: "Hello" },
  updateChatLink: { words: "Hello" },
  subscribeBrowser: { endpoint: "https://push.example.org/1", p256dh: "fake", auth: "fake" },
  unsubscribeBrowser: { endpoint: "https://push.example.org/1" },
  repairChannel: { repair: "subscribe" },
  assignConversation: { assigneeId: null },
  changeState: { priority: "high" },
  setDesk: {
    memberId: "00000000-0000-4000-8000-000000000004",
    capacity: 5,
    skills: ["refunds"],
    languages: ["es"],
    labelIds: [],
  },
  estimatePrices: {
    channelId: "00000000-0000-4000-8000-000000000001",
    groups: [{ country: "DE", category: "marketing", count: 5, inWindow: 0, inFreeEntry: 0 }],
    leastDelivered: 1,
  },
  choosePrices: { tariff: "by-date", markup: { basisPoints: 0, fixedMicros: 0 } },
  createTariff: SAMPLE_TARIFF,
  changeTariff: SAMPLE_TARIFF,
  createBudget: SAMPLE_BUDGET,
  changeBudget: SAMPLE_BUDGET,
  setSatisfactionSettings: USUAL_SETTINGS,
  setAvailability: { availability: "away" },
  setPolicy: { of: "everywhere", policy: null },
  setHours: {
    of: "office",
    hours: { timeZone: "Europe/Berlin", week: [[], [], [], [], [], [], []], holidays: [] },
  },
  createCampaign: SAMPLE_CAMPAIGN,
  updateCampaign: SAMPLE_CAMPAIGN,
  forecastCampaign: SAMPLE_CAMPAIGN,
  previewCampaign: { draft: SAMPLE_CAMPAIGN, variant: 0 },
  moveCampaign: { move: "pause" },
  setCampaignPace: { perMinute: 600 },
  setCampaignSettings: { approvalAbove: 1000 },
  testCampaign: {
    contactId: "00000000-0000-4000-8000-000000000001",
    variant: 0,
    clientId: "00000000-0000-4000-8000-000000000006",
  },
  retryCampaign: { problems: ["130429"] },
  createRule: SAMPLE_RULE,
  updateRule: { isOn: false },
  lookAtNumberHealth: {},
  overruleBrake: { brake: "slow", reason: "The list is old.", hours: 4 },
  createSlaPolicy: SAMPLE_SLA_POLICY,
  updateSlaPolicy: SAMPLE_SLA_POLICY,
  orderSlaPolicies: { ids: [] },
  readSlaAlerts: {},
  orderRules: { ids: [] },
  dryRunRule: { rule: SAMPLE_RULE },
  startImport: {
    channelId: "00000000-0000-4000-8000-000000000001",
    ownSender: null,
    contactName: "Luz",
    contactPhone: null,
    timeZone: "Europe/Berlin",
    dateOrder: "day-month",
  },
};

/** A file as a browser's form sends it: for the routes that take one instead of a body. */
export const UPLOAD = {
  headers: { "content-type": "multipart/form-data; boundary=edge" },
  payload: [
    "--edge",
    'content-disposition: form-data; name="file"; filename="hello.txt"',
    "content-type: text/plain",
    "",
    "Hello",
    "--edge--",
    "",
  ].join("\r\n"),
} as const;

/** What stands behind the path of a route, with the ids that it asks for by name. */
export function queryFor(name: RouteName, ids: Seeded): string {
  return (SAMPLE_QUERIES[name] ?? "").replace("{contactId}", ids.contactId);
}

/** Whose id stands in the path of a route. */
export function idFor(name: RouteName, path: string, ids: Seeded): string {
  if (path.startsWith("/api/v1/conversations")) return ids.conversationId;
  if (path.startsWith("/api/v1/messages")) return ids.messageId;
  if (path.startsWith("/api/v1/notes")) return ids.messageId;
  if (path.startsWith("/api/v1/labels")) return ids.labelId;
  if (path.startsWith("/api/v1/scheduled-messages")) return ids.scheduledId;
  if (path.startsWith("/api/v1/contact-fields")) return ids.fieldId;
  if (path.startsWith("/api/v1/contact-imports")) return ids.contactImportId;
  if (path.startsWith("/api/v1/consent-wordings")) return ids.wordingId;
  if (path.startsWith("/api/v1/merges")) return ids.mergeId;
  if (path.startsWith("/api/v1/contacts")) return ids.contactId;
  if (path.startsWith("/api/v1/channels")) return ids.channelId;
  if (path.startsWith("/api/v1/template-drafts")) return ids.templateDraftId;
  if (path.startsWith("/api/v1/imports")) return ids.importId;
  if (path.startsWith("/api/v1/campaigns")) return ids.campaignId;
  if (path.startsWith("/api/v1/rules")) return ids.ruleId;
  if (path.startsWith("/api/v1/sla/policies")) return ids.slaPolicyId;
  if (path.startsWith("/api/v1/prices/tariffs")) return ids.tariffId;
  if (path.startsWith("/api/v1/prices/budgets")) return ids.budgetId;
  if (path.startsWith("/api/v1/parked")) return ids.parkedId;
  if (path.startsWith("/api/v1/quick-replies")) return ids.quickReplyId;
  if (path.startsWith("/api/v1/macros")) return ids.macroId;
  if (path.startsWith("/api/v1/people-changes")) return ids.peopleChangeId;
  if (path.startsWith("/api/v1/bulk-changes")) return ids.bulkChangeId;
  if (path.startsWith("/api/v1/segments")) return ids.segmentId;
  if (path.startsWith("/api/v1/audience-lists")) return ids.audienceListId;
  if (path.startsWith("/api/v1/views")) return ids.viewId;
  if (path.startsWith("/api/v1/members")) return ids.memberId;
  if (path.startsWith("/api/v1/invitations")) return ids.invitationId;
  if (path.startsWith("/api/v1/roles")) return ids.roleId;
  if (path.startsWith("/api/v1/teams")) return ids.teamId;
  if (path.startsWith("/api/v1/me/sessions")) return ids.sessionId;
  throw new Error(`Say which id ${name} takes.`);
}
