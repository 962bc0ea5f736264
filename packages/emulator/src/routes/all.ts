import type { GraphRoute } from "../graph/call.ts";
import { appSubscriptionRoutes } from "./app-subscriptions.ts";
import { blockUsersRoutes } from "./block-users.ts";
import { mediaRoutes } from "./media.ts";
import { messagesRoutes } from "./messages.ts";
import { oauthRoutes } from "./oauth.ts";
import { phoneNumberRoutes } from "./phone-number.ts";
import { phoneNumbersRoutes } from "./phone-numbers.ts";
import { profileRoutes } from "./profile.ts";
import { qrCodesRoutes } from "./qr-codes.ts";
import { registrationRoutes } from "./registration.ts";
import { settingsRoutes } from "./settings.ts";
import { subscribedAppsRoutes } from "./subscribed-apps.ts";
import { templateRoutes } from "./template.ts";
import { templatesRoutes } from "./templates.ts";
import { uploadsRoutes } from "./uploads.ts";
import { wabaRoutes } from "./waba.ts";

/** Every edge of Graph that the emulator has, the busiest first. */
export const GRAPH_ROUTES: readonly GraphRoute[] = [
  ...messagesRoutes,
  ...mediaRoutes,
  ...templatesRoutes,
  ...templateRoutes,
  ...phoneNumberRoutes,
  ...phoneNumbersRoutes,
  ...registrationRoutes,
  ...settingsRoutes,
  ...profileRoutes,
  ...blockUsersRoutes,
  ...qrCodesRoutes,
  ...wabaRoutes,
  ...subscribedAppsRoutes,
  ...appSubscriptionRoutes,
  ...uploadsRoutes,
  ...oauthRoutes,
];
