import { analyticsRoutes } from "./analytics.ts";
import type { GraphRoute } from "../graph/call.ts";
import { appSubscriptionRoutes } from "./apps/app-subscriptions.ts";
import { automationRoutes } from "./numbers/automation.ts";
import { commerceRoutes } from "./numbers/commerce.ts";
import { complianceRoutes } from "./numbers/compliance.ts";
import { encryptionRoutes } from "./numbers/encryption.ts";
import { laterRooms } from "./numbers/later-rooms.ts";
import { officialAccountRoutes } from "./numbers/official-account.ts";
import { usernameRoutes } from "./numbers/username.ts";
import { blockUsersRoutes } from "./numbers/block-users.ts";
import { flowRoutes } from "./flows/flow.ts";
import { flowsRoutes } from "./flows/flows.ts";
import { marketingMessagesRoutes } from "./numbers/marketing-messages.ts";
import { mediaRoutes } from "./media.ts";
import { messagesRoutes } from "./messages.ts";
import { oauthRoutes } from "./apps/oauth.ts";
import { phoneNumberRoutes } from "./numbers/phone-number.ts";
import { phoneNumbersRoutes } from "./numbers/phone-numbers.ts";
import { profileRoutes } from "./numbers/profile.ts";
import { qrCodesRoutes } from "./numbers/qr-codes.ts";
import { registrationRoutes } from "./numbers/registration.ts";
import { settingsRoutes } from "./numbers/settings.ts";
import { activitiesRoutes } from "./accounts/activities.ts";
import { assignedUsersRoutes } from "./accounts/assigned-users.ts";
import { schedulesRoutes } from "./accounts/schedules.ts";
import { messageHistoryRoutes } from "./numbers/message-history.ts";
import { portfolioRoutes } from "./portfolios/portfolios.ts";
import { systemUserRoutes } from "./portfolios/system-users.ts";
import { clientRoutes } from "./partners/clients.ts";
import { contactBookRoutes } from "./partners/contact-book.ts";
import { migrationRoutes } from "./partners/migrations.ts";
import { onBehalfRoutes } from "./partners/on-behalf.ts";
import { preverifiedNumberRoutes } from "./partners/preverified-number.ts";
import { preverifiedNumbersRoutes } from "./partners/preverified-numbers.ts";
import { solutionRoutes } from "./partners/solution.ts";
import { solutionsRoutes } from "./partners/solutions.ts";
import { subscribedAppsRoutes } from "./accounts/subscribed-apps.ts";
import { templateGroupRoutes } from "./templates/groups/template-groups.ts";
import { templateRoutes } from "./templates/template.ts";
import { templatesRoutes } from "./templates/templates.ts";
import { uploadsRoutes } from "./apps/uploads.ts";
import { wabaRoutes } from "./accounts/waba.ts";

/** Every edge of Graph that the emulator has, the busiest first. */
export const GRAPH_ROUTES: readonly GraphRoute[] = [
  ...messagesRoutes,
  ...marketingMessagesRoutes,
  ...mediaRoutes,
  ...templatesRoutes,
  ...templateRoutes,
  ...templateGroupRoutes,
  ...flowsRoutes,
  ...flowRoutes,
  ...phoneNumberRoutes,
  ...phoneNumbersRoutes,
  ...registrationRoutes,
  ...settingsRoutes,
  ...profileRoutes,
  ...blockUsersRoutes,
  ...qrCodesRoutes,
  ...usernameRoutes,
  ...officialAccountRoutes,
  ...commerceRoutes,
  ...automationRoutes,
  ...complianceRoutes,
  ...encryptionRoutes,
  ...laterRooms,
  ...wabaRoutes,
  ...analyticsRoutes,
  ...subscribedAppsRoutes,
  ...assignedUsersRoutes,
  ...activitiesRoutes,
  ...schedulesRoutes,
  ...messageHistoryRoutes,
  ...portfolioRoutes,
  ...systemUserRoutes,
  ...clientRoutes,
  ...contactBookRoutes,
  ...migrationRoutes,
  ...onBehalfRoutes,
  ...preverifiedNumberRoutes,
  ...preverifiedNumbersRoutes,
  ...solutionRoutes,
  ...solutionsRoutes,
  ...appSubscriptionRoutes,
  ...uploadsRoutes,
  ...oauthRoutes,
];
