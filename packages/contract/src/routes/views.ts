import { z } from "zod";
import { savedViewJson, savedViewWish } from "../json/library.ts";
import { type Route, byId, done } from "../route.ts";

/** A filter as JSON (json/filter) in the address. */
export const where = z.string().max(8000).exactOptional();

export const VIEW_ROUTES = {
  listViews: {
    method: "GET",
    path: "/api/v1/views",
    summary: "The saved views that one sees: one's own, one's teams' and everyone's",
    answer: z.object({
      items: z.array(savedViewJson),
      /** What `mine` means in a filter. */
      ownTeamIds: z.array(z.string()),
    }),
  },
  createView: {
    method: "POST",
    path: "/api/v1/views",
    summary: "Save a filter under a name",
    body: savedViewWish,
    answer: savedViewJson,
  },
  updateView: {
    method: "PUT",
    path: "/api/v1/views/:id",
    summary: "Change a saved view",
    params: byId,
    body: savedViewWish,
    answer: savedViewJson,
  },
  removeView: {
    method: "DELETE",
    path: "/api/v1/views/:id",
    summary: "Remove a saved view; the conversations stay",
    params: byId,
    answer: done,
  },
  countViews: {
    method: "GET",
    path: "/api/v1/view-counts",
    summary: "How many conversations the pinned views have, counted up to `upTo`",
    answer: z.object({
      upTo: z.number(),
      items: z.array(z.object({ viewId: z.string(), count: z.number() })),
    }),
  },
  countConversations: {
    method: "GET",
    path: "/api/v1/conversation-count",
    summary: "How many conversations a filter means, counted up to `upTo`",
    query: z.object({ where }),
    answer: z.object({ upTo: z.number(), count: z.number() }),
  },
} as const satisfies Record<string, Route>;
