import { z } from "zod";
import {
  availabilityJson,
  deskJson,
  deskSettingsJson,
  distributionPolicyJson,
  ownedPolicyJson,
  policyOwnerJson,
  workCountsJson,
} from "../json/distribution.ts";
import { type Route, byId, done, id } from "../route.ts";

export const WORK_ROUTES = {
  takeConversation: {
    method: "POST",
    path: "/api/v1/conversations/:id/take",
    summary: "Take a conversation that nobody has. Of all who do so at once one gets it",
    params: byId,
    answer: done,
  },
  assignConversation: {
    method: "PUT",
    path: "/api/v1/conversations/:id/assignment",
    summary: "Give a conversation to a member or a team, hand it over with a note, or release it",
    params: byId,
    body: z.object({
      /** Null releases it; left out, it stays with whom it is. */
      assigneeId: id.nullable().exactOptional(),
      teamId: id.nullable().exactOptional(),
      note: z.string().max(2000).exactOptional(),
      /** Whose it was when this was decided: when it is somebody else's by now, nothing is changed. */
      from: id.nullable().exactOptional(),
    }),
    answer: done,
  },
  changeState: {
    method: "PATCH",
    path: "/api/v1/conversations/:id/work",
    summary: "Open, park, put aside or close a conversation, or say how urgent it is",
    params: byId,
    body: z.object({
      status: z.enum(["open", "pending", "snoozed", "closed"]).exactOptional(),
      priority: z.enum(["urgent", "high", "normal", "low"]).exactOptional(),
      /** With `snoozed`: when it comes back; null for the contact's next message. */
      snoozedUntil: z.iso.datetime().nullable().exactOptional(),
    }),
    answer: done,
  },
  getWorkCounts: {
    method: "GET",
    path: "/api/v1/work-counts",
    summary: "How many conversations are open: one's own, nobody's, and all",
    answer: workCountsJson,
  },
  listDesks: {
    method: "GET",
    path: "/api/v1/desks",
    summary: "Who is there, what they have, and what they can do",
    answer: z.object({ items: z.array(deskJson) }),
  },
  setDesk: {
    method: "PUT",
    path: "/api/v1/desks",
    summary: "Set down what a member can do at once, and what they know",
    body: deskSettingsJson.extend({ memberId: id }),
    answer: done,
  },
  setAvailability: {
    method: "PUT",
    path: "/api/v1/me/availability",
    summary: "Say of oneself whether one is there",
    body: z.object({ availability: availabilityJson }),
    answer: done,
  },
  listPolicies: {
    method: "GET",
    path: "/api/v1/distribution",
    summary:
      "By what rules conversations are given: everywhere, and of teams and channels that have their own",
    answer: z.object({ items: z.array(ownedPolicyJson) }),
  },
  setPolicy: {
    method: "PUT",
    path: "/api/v1/distribution",
    summary: "Have conversations given by these rules; null takes them away",
    body: z.object({
      of: policyOwnerJson,
      /** Left out for everywhere. */
      ownerId: id.exactOptional(),
      policy: distributionPolicyJson.nullable(),
    }),
    answer: done,
  },
} as const satisfies Record<string, Route>;
