import { type MessageContentJson, messageContentJson } from "@galka/contract/json/content";
import type { MessageContent } from "@galka/core/messages/content";

/**
 * The content as the API gives it.
 *
 * What is stored was written by a version of Galka that may have been another
 * one, or came from Meta with more than the contract allows; such a content is
 * shown as unknown with all that it is, and takes nothing beside it down.
 */
export function presentContent(content: MessageContent): MessageContentJson {
  const parsed = messageContentJson.safeParse(content);
  return parsed.success ? parsed.data : { kind: "unknown", what: content.kind, raw: content };
}
