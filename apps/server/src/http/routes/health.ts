import { idOf } from "@galka/core/kernel/ids";
import { overruleBrake, releaseBrake } from "../../operations/health/overrule-brake.ts";
import {
  lookAgain,
  readHealth,
  readHealthHistory,
  readHealthSummaries,
} from "../../operations/health/read-health.ts";
import { handle } from "../handle.ts";
import {
  presentHealthEvent,
  presentHealthSummary,
  presentNumberHealth,
} from "../present/health.ts";

const USUAL_LIMIT = 50;

export const healthRoutes = {
  listNumberHealth: handle("listNumberHealth", async ({ app, member }) => {
    const read = await readHealthSummaries(app, member);
    return "refused" in read ? read : { items: read.items.map(presentHealthSummary) };
  }),

  getNumberHealth: handle("getNumberHealth", async ({ app, member, params }) => {
    const health = await readHealth(app, member, idOf(params.id));
    return "refused" in health ? health : presentNumberHealth(health);
  }),

  lookAtNumberHealth: handle("lookAtNumberHealth", async ({ app, desk, member, params }) => {
    const health = await lookAgain(app, member, idOf(params.id), desk.push);
    return "refused" in health ? health : presentNumberHealth(health);
  }),

  listHealthHistory: handle("listHealthHistory", async ({ app, member, params, query }) => {
    const wish = { limit: query.limit ?? USUAL_LIMIT, before: query.before ?? null };
    const page = await readHealthHistory(app, member, idOf(params.id), wish);
    if ("refused" in page) return page;
    return { items: page.items.map(presentHealthEvent), next: page.next };
  }),

  overruleBrake: handle("overruleBrake", ({ app, member, params, body }) =>
    overruleBrake(app, member, { channelId: idOf(params.id), ...body }),
  ),

  releaseBrake: handle("releaseBrake", ({ app, member, params }) =>
    releaseBrake(app, member, idOf(params.id)),
  ),
};
