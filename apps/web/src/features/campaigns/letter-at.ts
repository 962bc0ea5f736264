const LETTERS = ["a", "b", "c", "d"] as const;

/** Competing templates are called A to D. */
export function letterAt(at: number): (typeof LETTERS)[number] {
  return LETTERS[at] ?? "a";
}
