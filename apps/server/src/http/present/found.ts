import type { SearchAnswerJson } from "@galka/contract/json/search";
import type { Found } from "../../operations/search/search-workspace.ts";
import { presentContact } from "./conversation.ts";

export function presentFound(found: Found): SearchAnswerJson {
  return {
    contacts: found.contacts.map(({ contact, conversationId }) => ({
      contact: presentContact(contact),
      conversationId,
    })),
    messages: found.messages.map((message) => ({
      ...message,
      at: message.at.toISOString(),
      snippet: [...message.snippet],
    })),
  };
}
