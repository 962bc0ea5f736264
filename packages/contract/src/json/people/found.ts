import { z } from "zod";
import { markedJson } from "../search.ts";

/** A message, a note or a file that says what was asked. */
export const foundInThreadJson = z.object({
  messageId: z.string(),
  conversationId: z.string(),
  channelId: z.string(),
  contactName: z.string(),
  authorMemberId: z.string().nullable(),
  direction: z.enum(["in", "out", "note"]),
  kind: z.string(),
  fileName: z.string().nullable(),
  at: z.iso.datetime(),
  snippet: markedJson,
});
export type FoundInThreadJson = z.infer<typeof foundInThreadJson>;

export const facetJson = z.enum([
  "direction",
  "kind",
  "channel",
  "member",
  "status",
  "label",
  "file",
]);

/** How many of those found are what. */
export const foundFacetsJson = z.object({
  total: z.number(),
  /** There are more: only the latest are counted. */
  isMore: z.boolean(),
  counts: z.array(z.object({ facet: facetJson, value: z.string(), count: z.number() })),
});
export type FoundFacetsJson = z.infer<typeof foundFacetsJson>;
