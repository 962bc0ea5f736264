import { z } from "zod";
import {
  audienceListJson,
  audienceListWish,
  audienceWishJson,
  countUntilJson,
  peopleNumberJson,
  previewedPersonJson,
  segmentJson,
  segmentWish,
} from "../../json/people/audience.ts";
import { type Route, byId, done } from "../../route.ts";

export const AUDIENCE_ROUTES = {
  listSegments: {
    method: "GET",
    path: "/api/v1/segments",
    summary: "The segments that one sees: one's own, one's teams' and everyone's",
    answer: z.object({ items: z.array(segmentJson) }),
  },
  createSegment: {
    method: "POST",
    path: "/api/v1/segments",
    summary: "Keep a filter over contacts under a name",
    body: segmentWish,
    answer: segmentJson,
  },
  updateSegment: {
    method: "PUT",
    path: "/api/v1/segments/:id",
    summary: "Change a segment",
    params: byId,
    body: segmentWish,
    answer: segmentJson,
  },
  removeSegment: {
    method: "DELETE",
    path: "/api/v1/segments/:id",
    summary: "Remove a segment; the contacts stay",
    params: byId,
    answer: done,
  },
  listAudienceLists: {
    method: "GET",
    path: "/api/v1/audience-lists",
    summary: "The lists of contacts that somebody chose or that a file names",
    answer: z.object({ items: z.array(audienceListJson) }),
  },
  createAudienceList: {
    method: "POST",
    path: "/api/v1/audience-lists",
    summary: "Make an empty list; startPeopleChange or an import fills it",
    body: audienceListWish,
    answer: audienceListJson,
  },
  updateAudienceList: {
    method: "PUT",
    path: "/api/v1/audience-lists/:id",
    summary: "Rename a list",
    params: byId,
    body: audienceListWish,
    answer: audienceListJson,
  },
  removeAudienceList: {
    method: "DELETE",
    path: "/api/v1/audience-lists/:id",
    summary: "Remove a list; the contacts stay",
    params: byId,
    answer: done,
  },
  countAudience: {
    method: "POST",
    path: "/api/v1/audience-counts",
    summary: "How many people are in an audience; changes nothing",
    body: z.object({ wish: audienceWishJson, until: countUntilJson }),
    answer: z.object({ number: peopleNumberJson }),
  },
  compareAudiences: {
    method: "POST",
    path: "/api/v1/audience-overlaps",
    summary: "How many people two audiences have in common; changes nothing",
    body: z.object({ one: audienceWishJson, other: audienceWishJson, until: countUntilJson }),
    answer: z.object({ one: peopleNumberJson, other: peopleNumberJson, both: peopleNumberJson }),
  },
  previewAudience: {
    method: "POST",
    path: "/api/v1/audience-previews",
    summary: "Some of the people of an audience; changes nothing",
    body: z.object({
      wish: audienceWishJson,
      limit: z.number().int().min(1).max(50).exactOptional(),
    }),
    answer: z.object({
      items: z.array(previewedPersonJson),
      /** Nobody was found in the time there is; there may be somebody all the same. */
      isUnfinished: z.boolean(),
    }),
  },
} as const satisfies Record<string, Route>;
