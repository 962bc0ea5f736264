/** What is asked of a log, as the part of an address behind `?`; empty values are left out. */
export function queryOf(values: Readonly<Record<string, string | number>>): string {
  const given = Object.entries(values).filter(([, value]) => value !== "");
  return new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
}

/**
 * By what a send is looked for: the id of its message, a phone number, or the
 * callback data, told apart by what they look like.
 */
export function sendFilter(text: string): Readonly<Record<string, string>> {
  if (text === "") return {};
  if (text.startsWith("wamid.")) return { wamid: text };
  const digits = text.replaceAll(/[\s()+-]/g, "");
  if (/^\d{7,15}$/.test(digits)) return { to: digits };
  return /^[A-Z]{2}\.\w+$/.test(text) ? { to: text } : { callbackData: text };
}
