import type { SearchAnswerJson } from "@galka/contract/json/search";
import type { ConversationJson } from "@galka/contract/json/conversation";
import type { QuickReplyJson, SavedViewJson } from "@galka/contract/json/library";
import { COMMANDS, type Command, mayRun } from "./commands.ts";
import { nearName } from "./near-name.ts";

/** A line of the palette, whatever it leads to. */
export type Result =
  | {
      readonly kind: "contact";
      readonly id: string;
      readonly found: SearchAnswerJson["contacts"][number];
    }
  | {
      readonly kind: "message";
      readonly id: string;
      readonly found: SearchAnswerJson["messages"][number];
    }
  | { readonly kind: "view"; readonly id: string; readonly view: SavedViewJson }
  | { readonly kind: "reply"; readonly id: string; readonly reply: QuickReplyJson }
  | {
      readonly kind: "command";
      readonly id: string;
      readonly command: Command;
      readonly name: string;
    };

/** What is held here already, so that it is found while the server is still being asked. */
export type Held = {
  readonly conversations: readonly ConversationJson[];
  readonly views: readonly SavedViewJson[];
  readonly replies: readonly QuickReplyJson[];
  /** Of whoever looks: what they may not do is not offered. */
  readonly permissions: readonly string[];
};

const PEOPLE = 8;
const OTHERS = 5;

/**
 * The palette's lines in their order: people, what was said, views, quick
 * replies, then what can be done. What is held here comes at once and forgives a
 * slip of the finger; what the server finds joins it.
 */
export function resultsOf(
  answer: SearchAnswerJson | null,
  text: string,
  nameOf: (command: Command) => string,
  held: Held,
): readonly Result[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const commands = COMMANDS.filter((it) => mayRun(held.permissions, it))
    .map((command) => ({ command, name: nameOf(command) }))
    .filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
  return [
    ...peopleOf(answer, text, held).map((found) => ({
      kind: "contact" as const,
      id: `contact-${found.contact.id}`,
      found,
    })),
    ...(answer?.messages ?? []).map((found) => ({
      kind: "message" as const,
      id: `message-${found.messageId}`,
      found,
    })),
    ...nearest(held.views, text, ({ name }) => name).map((view) => ({
      kind: "view" as const,
      id: `view-${view.id}`,
      view,
    })),
    ...nearest(held.replies, text, ({ title, shortcut }) => `${title} ${shortcut}`).map(
      (reply) => ({
        kind: "reply" as const,
        id: `reply-${reply.id}`,
        reply,
      }),
    ),
    ...commands.map(({ command, name }) => ({
      kind: "command" as const,
      id: `command-${command.id}`,
      command,
      name,
    })),
  ];
}

function peopleOf(
  answer: SearchAnswerJson | null,
  text: string,
  { conversations }: Held,
): SearchAnswerJson["contacts"] {
  const here = nearest(
    conversations,
    text,
    ({ contact }) => contact.name ?? contact.profileName ?? "",
    PEOPLE,
  ).map(({ id, contact }) => ({ contact, conversationId: id }));
  const known = new Set<string>();
  return [...here, ...(answer?.contacts ?? [])].filter(({ contact }) => {
    if (known.has(contact.id)) return false;
    known.add(contact.id);
    return true;
  });
}

function nearest<T>(
  items: readonly T[],
  text: string,
  nameOf: (item: T) => string,
  atMost = OTHERS,
): readonly T[] {
  return items
    .flatMap((item) => {
      const fit = nearName(nameOf(item), text);
      return fit === null ? [] : [{ item, fit }];
    })
    .toSorted((a, b) => a.fit - b.fit)
    .slice(0, atMost)
    .map(({ item }) => item);
}
