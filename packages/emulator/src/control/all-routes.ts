import type { ControlRoute } from "./route.ts";
import { billRoutes } from "./routes/bill-routes.ts";
import { businessRoutes } from "./routes/business-routes.ts";
import { chatRoutes } from "./routes/chat-routes.ts";
import { deskRoutes } from "./routes/templates/desk-routes.ts";
import { faultRoutes } from "./routes/fault-routes.ts";
import { happeningRoutes } from "./routes/happening-routes.ts";
import { feedbackRoutes } from "./routes/feedback-routes.ts";
import { flowDeskRoutes } from "./routes/templates/flow-desk-routes.ts";
import { logRoutes } from "./routes/log-routes.ts";
import { controlMediaRoutes } from "./routes/media-routes.ts";
import { marketingRoutes } from "./routes/templates/marketing-routes.ts";
import { messageRoutes } from "./routes/message-routes.ts";
import { numberDeskRoutes } from "./routes/number-desk-routes.ts";
import { partnerRoutes } from "./routes/partner-routes.ts";
import { peopleRoutes } from "./routes/people-routes.ts";
import { recordRoutes } from "./routes/record-routes.ts";
import { dealingRoutes } from "./routes/people/dealing-routes.ts";
import { populationRoutes } from "./routes/people/population-routes.ts";
import { scriptRoutes } from "./routes/people/script-routes.ts";
import { visitRoutes } from "./routes/people/visit-routes.ts";
import { requestRoutes } from "./routes/request-routes.ts";
import { signUpRoutes } from "./routes/sign-up-routes.ts";
import { snapshotRoutes } from "./routes/snapshot-routes.ts";
import { flowRoutes } from "./routes/flow-routes.ts";
import { standingRoutes } from "./routes/limits/standing-routes.ts";
import { worldRoutes } from "./routes/world-routes.ts";

/** Every route that answers with JSON. */
export const CONTROL_ROUTES: readonly ControlRoute[] = [
  ...worldRoutes,
  ...peopleRoutes,
  ...chatRoutes,
  ...messageRoutes,
  ...dealingRoutes,
  ...feedbackRoutes,
  ...happeningRoutes,
  ...scriptRoutes,
  ...populationRoutes,
  ...visitRoutes,
  ...controlMediaRoutes,
  ...businessRoutes,
  ...deskRoutes,
  ...flowDeskRoutes,
  ...marketingRoutes,
  ...numberDeskRoutes,
  ...signUpRoutes,
  ...partnerRoutes,
  ...flowRoutes,
  ...logRoutes,
  ...recordRoutes,
  ...billRoutes,
  ...faultRoutes,
  ...requestRoutes,
  ...snapshotRoutes,
  ...standingRoutes,
];
