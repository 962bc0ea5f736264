/**
 * One thing that is wrong with a draft, and where: "text", "buttons.0",
 * "sections.1.rows.0.description". The page has words for each.
 */
export type DraftFlaw =
  | {
      readonly at: string;
      readonly flaw:
        | "empty"
        | "repeated"
        | "not-a-link"
        | "not-a-place"
        | "not-a-phone"
        | "not-an-email";
    }
  | { readonly at: string; readonly flaw: "too-long" | "too-many"; readonly max: number };

export function blank(at: string, text: string): readonly DraftFlaw[] {
  return text.trim() === "" ? [{ at, flaw: "empty" }] : [];
}

export function tooLong(at: string, text: string, max: number): readonly DraftFlaw[] {
  return lengthOf(text) > max ? [{ at, flaw: "too-long", max }] : [];
}

/** How many characters WhatsApp counts: code points, so that an emoji is mostly one. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}
