import type { MarkedJson } from "@galka/contract/json/search";

/** A text with what was found in it marked. */
export function Highlighted({ text }: { readonly text: MarkedJson }) {
  return text.map((part, index) =>
    part.hit ? (
      // oxlint-disable-next-line react/no-array-index-key -- the parts of a text do not reorder
      <mark key={index} className="rounded-sm bg-amber-soft font-semibold text-ink">
        {part.text}
      </mark>
    ) : (
      // oxlint-disable-next-line react/no-array-index-key -- the parts of a text do not reorder
      <span key={index}>{part.text}</span>
    ),
  );
}
