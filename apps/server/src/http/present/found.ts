import type { MarkedJson, SearchAnswerJson } from "@galka/contract/json/search";
import type { Found } from "../../operations/search/search-workspace.ts";
import { FOUND_CLOSES, FOUND_OPENS } from "@galka/postgres/stores/search";
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
      snippet: presentMarked(message.snippet),
    })),
  };
}

/** The snippet in pieces, each found or not. */
function presentMarked(snippet: string): MarkedJson {
  const pieces: { text: string; hit: boolean }[] = [];
  for (const part of snippet.split(FOUND_OPENS)) {
    const [hit, after] = part.includes(FOUND_CLOSES) ? part.split(FOUND_CLOSES) : ["", part];
    if (hit) pieces.push({ text: hit, hit: true });
    if (after) pieces.push({ text: after, hit: false });
  }
  return pieces;
}
