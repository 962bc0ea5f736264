/** What may stand in a rule's text in double braces, and is filled in when it is sent. */
export const WORDS = ["name", "first_name"] as const;

const PLACE = /\{\{\s*([\w ]*?)\s*\}\}/gu;

/** Fills a text with what is known of the contact; where nothing is, the place is left out with the space before it. */
export function fillWords(text: string, contact: { readonly name: string | null }): string {
  const name = (contact.name ?? "").trim();
  const values: Readonly<Record<string, string>> = {
    name,
    first_name: name.split(/\s+/u)[0] ?? "",
  };
  return text.replace(/( ?)\{\{\s*([\w ]*?)\s*\}\}/gu, (whole, space: string, key: string) => {
    const value = values[key];
    if (value === undefined) return whole;
    return value === "" ? "" : `${space}${value}`;
  });
}

/** The places of a text that nobody could fill. */
export function unknownWords(text: string): string[] {
  const known: readonly string[] = WORDS;
  return [...text.matchAll(PLACE)]
    .map((match) => match[1] ?? "")
    .filter((it) => !known.includes(it));
}
