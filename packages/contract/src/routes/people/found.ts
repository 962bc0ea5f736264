import { z } from "zod";
import { foundFacetsJson, foundInThreadJson } from "../../json/people/found.ts";
import { type Route, id, limit } from "../../route.ts";

/** What is asked, and what it is narrowed down to. */
export const foundQuery = z.object({
  q: z.string().min(1).max(200),
  /** `files`: what is asked stands in a file's name. */
  in: z.enum(["messages", "notes", "files"]).exactOptional(),
  channelId: id.exactOptional(),
  /** Who wrote it. */
  memberId: id.exactOptional(),
  contactId: id.exactOptional(),
  labelId: id.exactOptional(),
  direction: z.enum(["in", "out", "note"]).exactOptional(),
  kind: z.string().max(40).exactOptional(),
  file: z.literal("with").exactOptional(),
  from: z.iso.datetime().exactOptional(),
  to: z.iso.datetime().exactOptional(),
  status: z.enum(["open", "pending", "snoozed", "closed"]).exactOptional(),
});

export const FOUND_ROUTES = {
  findMessages: {
    method: "GET",
    path: "/api/v1/found-messages",
    summary: "Messages, notes and files' names that say what is asked, the latest first",
    query: foundQuery.extend({ cursor: z.string().exactOptional(), limit }),
    answer: z.object({
      items: z.array(foundInThreadJson),
      next: z.string().nullable(),
      /** Nothing more was found among what was looked through; `next` looks through what is older. */
      isUnfinished: z.boolean(),
    }),
  },
  countFound: {
    method: "GET",
    path: "/api/v1/found-facets",
    summary: "How many of the latest thousand messages found are what",
    query: foundQuery,
    answer: foundFacetsJson,
  },
} as const satisfies Record<string, Route>;
