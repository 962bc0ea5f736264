import { z } from "zod";
import { contactJson } from "./conversation.ts";

/** Text with the found parts marked, so that nobody has to search twice. */
export const markedJson = z.array(z.object({ text: z.string(), hit: z.boolean() }));
export type MarkedJson = z.infer<typeof markedJson>;

export const searchAnswerJson = z.object({
  contacts: z.array(z.object({ contact: contactJson, conversationId: z.string().nullable() })),
  messages: z.array(
    z.object({
      messageId: z.string(),
      conversationId: z.string(),
      contactName: z.string(),
      direction: z.enum(["in", "out", "note"]),
      at: z.iso.datetime(),
      snippet: markedJson,
    }),
  ),
});
export type SearchAnswerJson = z.infer<typeof searchAnswerJson>;
