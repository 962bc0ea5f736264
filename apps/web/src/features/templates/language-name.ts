/** A language of templates in the words of the page, with Meta's code behind it. */
export function languageName(code: string, locale: string): string {
  const names = new Intl.DisplayNames([locale], { type: "language", fallback: "none" });
  const name = names.of(code.replace("_", "-"));
  return name === undefined ? code : `${name} (${code})`;
}
