/** A stretch of text that stayed, came or went. */
export type DiffPart = { readonly kind: "same" | "added" | "removed"; readonly text: string };

/** What of a text is another than before, word by word; joined, the parts that are not removed are `after`. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const [one, other] = [wordsOf(before), wordsOf(after)];
  const common = commonLengths(one, other);
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    const [gone, come] = [one[i], other[j]];
    if (gone !== undefined && gone === come) {
      push(parts, "same", gone);
      i += 1;
      j += 1;
    } else if (
      gone !== undefined &&
      (come === undefined || at(common, i + 1, j) >= at(common, i, j + 1))
    ) {
      push(parts, "removed", gone);
      i += 1;
    } else if (come !== undefined) {
      push(parts, "added", come);
      j += 1;
    }
  }
  return parts;
}

function wordsOf(text: string): string[] {
  return text.match(/\{\{[^{}]*\}\}|[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? [];
}

/** How long the longest common rest is from each pair of places on. */
function commonLengths(one: readonly string[], other: readonly string[]): number[][] {
  const table = Array.from({ length: one.length + 1 }, () =>
    Array.from({ length: other.length + 1 }, () => 0),
  );
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      const row = table[i];
      if (!row) continue;
      row[j] =
        one[i] === other[j]
          ? at(table, i + 1, j + 1) + 1
          : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}

function at(table: readonly (readonly number[])[], i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}

function push(parts: DiffPart[], kind: DiffPart["kind"], text: string): void {
  const last = parts.at(-1);
  if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text };
  else parts.push({ kind, text });
}
