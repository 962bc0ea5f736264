import type { SearchAnswerJson } from "@galka/contract/json/search";
import { COMMANDS, type Command } from "./commands.ts";

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
  | {
      readonly kind: "command";
      readonly id: string;
      readonly command: Command;
      readonly name: string;
    };

/** The palette's lines in their order: people, then what was said, then what can be done. */
export function resultsOf(
  answer: SearchAnswerJson | null,
  text: string,
  nameOf: (command: Command) => string,
): readonly Result[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const commands = COMMANDS.map((command) => ({ command, name: nameOf(command) })).filter(
    ({ name }) => words.every((word) => name.toLowerCase().includes(word)),
  );
  return [
    ...(answer?.contacts ?? []).map((found) => ({
      kind: "contact" as const,
      id: `contact-${found.contact.id}`,
      found,
    })),
    ...(answer?.messages ?? []).map((found) => ({
      kind: "message" as const,
      id: `message-${found.messageId}`,
      found,
    })),
    ...commands.map(({ command, name }) => ({
      kind: "command" as const,
      id: `command-${command.id}`,
      command,
      name,
    })),
  ];
}
