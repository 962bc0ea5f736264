import { z } from "zod";
import {
  brakeJson,
  healthEventJson,
  healthSummaryJson,
  numberHealthJson,
} from "../../json/numbers/health.ts";
import { type Route, byId, done, id, limit } from "../../route.ts";

export const HEALTH_ROUTES = {
  listNumberHealth: {
    method: "GET",
    path: "/api/v1/number-health",
    summary:
      "Every number in a few words: what was found at its last look, and how far it is held back",
    answer: z.object({ items: z.array(healthSummaryJson) }),
  },
  getNumberHealth: {
    method: "GET",
    path: "/api/v1/channels/:id/health",
    summary:
      "How a number is at this moment: each way of being blocked as a check with its evidence, the figures behind them, and the last 30 days",
    params: byId,
    answer: numberHealthJson,
  },
  lookAtNumberHealth: {
    method: "POST",
    path: "/api/v1/channels/:id/health/look",
    summary: "Ask Meta how the number stands and look again now, with all that follows from it",
    params: byId,
    body: z.object({}),
    answer: numberHealthJson,
  },
  listHealthHistory: {
    method: "GET",
    path: "/api/v1/channels/:id/health/history",
    summary:
      "The life of a number: quality, tier, alarms, brakes and who decided what, the latest first",
    params: byId,
    query: z.object({
      /** The id of the last line that is known already. */
      before: id.exactOptional(),
      limit,
    }),
    answer: z.object({ items: z.array(healthEventJson), next: z.string().nullable() }),
  },
  overruleBrake: {
    method: "PUT",
    path: "/api/v1/channels/:id/brake",
    summary:
      "Decide how far a number is held back, for some hours and with a reason; ends at once when something worse is found",
    params: byId,
    body: z.object({
      brake: brakeJson,
      /** Stands in the history for everybody to read. */
      reason: z.string().trim().min(3).max(500),
      hours: z.number().int().min(1).max(168),
    }),
    answer: done,
  },
  releaseBrake: {
    method: "DELETE",
    path: "/api/v1/channels/:id/brake",
    summary: "Take one's decision back: the brake that Galka finds needed holds again",
    params: byId,
    answer: done,
  },
} as const satisfies Record<string, Route>;
