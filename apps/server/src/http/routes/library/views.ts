import {
  COUNTED_UP_TO,
  countPinnedViews,
  countWhere,
  listViews,
  removeView,
  saveView,
} from "../../../operations/views/saved-views.ts";
import { handle } from "../../handle.ts";
import { parseWhere } from "../../parse/parse-where.ts";
import { presentView } from "../../present/library.ts";

export const viewRoutes = {
  listViews: handle("listViews", async ({ app, member }) => {
    const seen = await listViews(app, member);
    if ("refused" in seen) return seen;
    const { views, ownTeamIds } = seen;
    return { items: views.map(presentView), ownTeamIds: [...ownTeamIds] };
  }),

  createView: handle("createView", async ({ app, member, body }) => {
    const saved = await saveView(app, member, null, body);
    return "refused" in saved ? saved : presentView(saved);
  }),

  updateView: handle("updateView", async ({ app, member, params, body }) => {
    const saved = await saveView(app, member, params.id, body);
    return "refused" in saved ? saved : presentView(saved);
  }),

  removeView: handle("removeView", ({ app, member, params }) => removeView(app, member, params.id)),

  countViews: handle("countViews", async ({ app, member }) => {
    const counts = await countPinnedViews(app, member);
    return "refused" in counts ? counts : { upTo: COUNTED_UP_TO, items: [...counts] };
  }),

  countConversations: handle("countConversations", async ({ app, member, query }) => {
    const filter = query.where === undefined ? null : parseWhere(query.where);
    const count = await countWhere(app, member, filter);
    return typeof count === "number" ? { upTo: COUNTED_UP_TO, count } : count;
  }),
};
