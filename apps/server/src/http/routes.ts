import type { RouteName } from "@galka/contract/routes";
import type { Handler } from "./handle.ts";
import { audienceRoutes } from "./routes/people/audience.ts";
import { campaignRoutes } from "./routes/campaigns/campaigns.ts";
import { channelRoutes } from "./routes/channels.ts";
import { contactImportRoutes } from "./routes/people/contact-imports.ts";
import { contactRoutes } from "./routes/contacts.ts";
import { consentRoutes } from "./routes/consent/consent.ts";
import { conversationRoutes } from "./routes/conversations.ts";
import { fileRoutes } from "./routes/files.ts";
import { healthRoutes } from "./routes/health.ts";
import { hoursRoutes } from "./routes/work/hours.ts";
import { importRoutes } from "./routes/imports.ts";
import { libraryRoutes } from "./routes/library/library.ts";
import { meRoutes } from "./routes/me.ts";
import { memberRoutes } from "./routes/access/members.ts";
import { messageRoutes } from "./routes/messages.ts";
import { oversightRoutes } from "./routes/oversight.ts";
import { priceRoutes } from "./routes/prices.ts";
import { profileRoutes } from "./routes/profile.ts";
import { securityRoutes } from "./routes/access/security.ts";
import { pushRoutes } from "./routes/push.ts";
import { foundRoutes } from "./routes/people/found.ts";
import { peopleTableRoutes } from "./routes/people/people-table.ts";
import { peopleRoutes } from "./routes/people/people.ts";
import { slaRoutes } from "./routes/sla/sla.ts";
import { ruleRoutes } from "./routes/rules.ts";
import { satisfactionRoutes } from "./routes/satisfaction.ts";
import { signInRoutes } from "./routes/sign-in.ts";
import { statisticsRoutes } from "./routes/statistics.ts";
import { teamRoutes } from "./routes/access/team.ts";
import { templateRoutes } from "./routes/templates.ts";
import { viewRoutes } from "./routes/library/views.ts";
import { labelRoutes } from "./routes/thread/labels.ts";
import { noteRoutes } from "./routes/thread/notes.ts";
import { scheduledRoutes } from "./routes/thread/scheduled-messages.ts";
import { threadRoutes } from "./routes/thread/thread.ts";
import { workRoutes } from "./routes/work/work.ts";
import { workspaceRoutes } from "./routes/workspace.ts";

/** Every route of the contract with its work; one that is missing does not compile. */
export const HANDLERS: Readonly<Record<RouteName, Handler>> = {
  ...campaignRoutes,
  ...channelRoutes,
  ...contactImportRoutes,
  ...contactRoutes,
  ...consentRoutes,
  ...conversationRoutes,
  ...fileRoutes,
  ...healthRoutes,
  ...hoursRoutes,
  ...importRoutes,
  ...libraryRoutes,
  ...meRoutes,
  ...memberRoutes,
  ...messageRoutes,
  ...oversightRoutes,
  ...priceRoutes,
  ...profileRoutes,
  ...securityRoutes,
  ...pushRoutes,
  ...peopleRoutes,
  ...peopleTableRoutes,
  ...foundRoutes,
  ...audienceRoutes,
  ...ruleRoutes,
  ...satisfactionRoutes,
  ...signInRoutes,
  ...slaRoutes,
  ...statisticsRoutes,
  ...teamRoutes,
  ...templateRoutes,
  ...viewRoutes,
  ...workRoutes,
  ...workspaceRoutes,
  ...labelRoutes,
  ...noteRoutes,
  ...scheduledRoutes,
  ...threadRoutes,
};
