/** Words in both languages of the house. */
export type Words = { readonly en: string; readonly ru: string };

/** What one of Meta's errors means. Keyed by `code`, and by `subcode` where Meta tells cases apart by it. */
export type Explanation = {
  readonly code: number;
  readonly subcode?: number;
  /** How it reaches a business: as the answer to the call, as a failed status, or either way. */
  readonly arrives: "answer" | "status" | "both";
  readonly title: string;
  /** The rule of Meta's that causes it. */
  readonly why: Words;
  /** What whoever gets it does. */
  readonly remedy: Words;
  readonly source: keyof typeof SOURCES;
};

const DOCS = "https://developers.facebook.com/documentation/business-messaging/whatsapp";
/** Meta's older pages; it redirects them to where their text has gone. */
const OLDER = "https://developers.facebook.com/docs/whatsapp";

/** Where Meta says it; all read 2026-11. */
export const SOURCES = {
  errors: `${DOCS}/support/error-codes`,
  graph: "https://developers.facebook.com/docs/graph-api/guides/error-handling",
  tokens: "https://developers.facebook.com/docs/facebook-login/guides/access-tokens",
  rates: "https://developers.facebook.com/docs/graph-api/overview/rate-limiting",
  throughput: `${DOCS}/throughput`,
  limits: `${DOCS}/messaging-limits`,
  messages: `${DOCS}/messages/send-messages`,
  media: `${DOCS}/business-phone-numbers/media`,
  webhooks: `${DOCS}/webhooks/overview`,
  usernames: `${DOCS}/business-scoped-user-ids`,
  billing: `${DOCS}/pricing`,
  analytics: `${DOCS}/analytics`,
  templates: `${OLDER}/business-management-api/message-templates`,
  numbers: `${OLDER}/business-management-api/manage-phone-numbers`,
  register: `${OLDER}/cloud-api/reference/registration`,
  twoStep: `${OLDER}/cloud-api/reference/two-step-verification`,
  blocks: `${OLDER}/cloud-api/block-users`,
  health: `${OLDER}/cloud-api/health-status`,
  partners: `${DOCS}/solution-providers/multi-partner-solutions`,
  policy: `${OLDER}/overview/policy-enforcement`,
  flows: `${OLDER}/flows/reference/error-codes`,
} as const;
