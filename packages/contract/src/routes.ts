import { AUDIENCE_ROUTES } from "./routes/people/audience.ts";
import { CAMPAIGN_ROUTES } from "./routes/campaigns.ts";
import { CHANNEL_ROUTES } from "./routes/channels.ts";
import { CONTACT_AND_FILE_ROUTES } from "./routes/contacts-and-files.ts";
import { CONSENT_ROUTES } from "./routes/people/consent.ts";
import { CONVERSATION_ROUTES } from "./routes/conversations.ts";
import { HEALTH_ROUTES } from "./routes/numbers/health.ts";
import { HOURS_ROUTES } from "./routes/hours.ts";
import { IMPORT_ROUTES } from "./routes/imports.ts";
import { PRICE_ROUTES } from "./routes/prices/prices.ts";
import { PROFILE_ROUTES } from "./routes/profile.ts";
import { LIBRARY_ROUTES } from "./routes/library.ts";
import { MEMBER_ROUTES } from "./routes/members.ts";
import { SECURITY_ROUTES } from "./routes/security.ts";
import { PUSH_ROUTES } from "./routes/push.ts";
import { FOUND_ROUTES } from "./routes/people/found.ts";
import { PEOPLE_TABLE_ROUTES } from "./routes/people/people-table.ts";
import { PEOPLE_ROUTES } from "./routes/people.ts";
import { RULE_ROUTES } from "./routes/rules.ts";
import { SATISFACTION_ROUTES } from "./routes/satisfaction.ts";
import { SIGN_IN_ROUTES } from "./routes/sign-in.ts";
import { SLA_ROUTES } from "./routes/sla.ts";
import { VIEW_ROUTES } from "./routes/views.ts";
import { STATISTICS_ROUTES } from "./routes/statistics.ts";
import { TEMPLATE_ROUTES } from "./routes/templates/templates.ts";
import { THREAD_ROUTES } from "./routes/thread.ts";
import { WORK_ROUTES } from "./routes/work.ts";

export type { Route } from "./route.ts";

/** Every route of the API by the name of its operation. */
export const ROUTES = {
  ...SIGN_IN_ROUTES,
  ...CONVERSATION_ROUTES,
  ...CONSENT_ROUTES,
  ...CONTACT_AND_FILE_ROUTES,
  ...PEOPLE_ROUTES,
  ...PEOPLE_TABLE_ROUTES,
  ...FOUND_ROUTES,
  ...AUDIENCE_ROUTES,
  ...CAMPAIGN_ROUTES,
  ...CHANNEL_ROUTES,
  ...PRICE_ROUTES,
  ...PROFILE_ROUTES,
  ...HEALTH_ROUTES,
  ...HOURS_ROUTES,
  ...PUSH_ROUTES,
  ...IMPORT_ROUTES,
  ...LIBRARY_ROUTES,
  ...VIEW_ROUTES,
  ...SLA_ROUTES,
  ...STATISTICS_ROUTES,
  ...SATISFACTION_ROUTES,
  ...TEMPLATE_ROUTES,
  ...THREAD_ROUTES,
  ...MEMBER_ROUTES,
  ...SECURITY_ROUTES,
  ...WORK_ROUTES,
  ...RULE_ROUTES,
} as const;
export type RouteName = keyof typeof ROUTES;
