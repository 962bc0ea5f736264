import { z } from "zod";
import {
  peopleChangeJson,
  peopleChangeRunJson,
  peopleFilterJson,
  personJson,
  twinsJson,
} from "../../json/people/people-table.ts";
import { type Route, byId, id, limit, pageOf } from "../../route.ts";

/** Which contacts: a filter as JSON (json/people-table), and words as they are typed into a field. */
export const meantPeople = z.object({
  where: z.string().max(8000).exactOptional(),
  q: z.string().max(200).exactOptional(),
});

export const PEOPLE_TABLE_ROUTES = {
  listPeople: {
    method: "GET",
    path: "/api/v1/people",
    summary: "The table of contacts: those that are meant, in an order",
    query: meantPeople.extend({
      sort: z.enum(["name", "created", "last-message"]).exactOptional(),
      way: z.enum(["up", "down"]).exactOptional(),
      cursor: z.string().exactOptional(),
      limit,
    }),
    answer: pageOf(personJson),
  },
  countPeople: {
    method: "GET",
    path: "/api/v1/people-count",
    summary: "How many contacts are meant, counted up to `upTo`",
    query: meantPeople,
    answer: z.object({ upTo: z.number(), count: z.number() }),
  },
  listTwins: {
    method: "GET",
    path: "/api/v1/people-duplicates",
    summary: "Contacts that may be one person: by two forms of one number, or by the same name",
    query: z.object({
      because: z.enum(["phone", "name"]),
      cursor: z.string().max(400).exactOptional(),
      limit,
    }),
    answer: z.object({ items: z.array(twinsJson), next: z.string().nullable() }),
  },
  startPeopleChange: {
    method: "POST",
    path: "/api/v1/people-changes",
    summary: "Change many contacts: those named, or all that are meant",
    body: z.object({
      change: peopleChangeJson,
      ids: z.array(id).min(1).max(1000).exactOptional(),
      filter: peopleFilterJson.exactOptional(),
      q: z.string().max(200).exactOptional(),
      /** To erase: how many people the member was told they would erase. Of another number nobody is. */
      confirmedCount: z.number().int().min(1).exactOptional(),
    }),
    answer: peopleChangeRunJson,
  },
  getPeopleChange: {
    method: "GET",
    path: "/api/v1/people-changes/:id",
    summary: "How far a change to many contacts is",
    params: byId,
    answer: peopleChangeRunJson,
  },
  undoPeopleChange: {
    method: "POST",
    path: "/api/v1/people-changes/:id/undo",
    summary: "Take a change back where nothing of it has been changed since; erasing stays",
    params: byId,
    answer: peopleChangeRunJson,
  },
} as const satisfies Record<string, Route>;
