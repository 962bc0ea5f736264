import type { Refused } from "../kernel/refused.ts";

/** A label is told by its colour and by its shape, so that it is told without colours too. */
export const LABEL_COLORS = [
  "red",
  "orange",
  "yellow",
  "green",
  "teal",
  "blue",
  "violet",
  "gray",
] as const;
export type LabelColor = (typeof LABEL_COLORS)[number];

export const LABEL_SHAPES = [
  "circle",
  "square",
  "triangle",
  "diamond",
  "star",
  "heart",
  "flag",
  "hexagon",
] as const;
export type LabelShape = (typeof LABEL_SHAPES)[number];

const LONGEST_NAME = 40;

/** The name as it is kept: without spaces around it, and one between words. */
export function labelName(
  written: string,
): string | Refused<"invalid-request", { problem: string }> {
  const name = written.replace(/\s+/gu, " ").trim();
  if (name === "") return { refused: "invalid-request", problem: "A label needs a name." };
  if (Array.from(name).length > LONGEST_NAME) {
    const problem = `The name of a label has at most ${LONGEST_NAME} characters.`;
    return { refused: "invalid-request", problem };
  }
  return name;
}
