const MIN = 3;
const MAX = 35;

/**
 * What is wrong with a business username, or `null`.
 *
 * Meta: 3 to 35 of a–z, 0–9, dot and underscore; nothing that looks like a
 * web address, docs/…/business-scoped-user-ids, read 2026-11.
 */
export function usernameProblem(name: string): string | null {
  const length = Array.from(name).length;
  if (length < MIN || length > MAX) return `must be ${MIN} to ${MAX} characters long`;
  if (!/^[a-z0-9._]+$/.test(name)) {
    return "may only contain lowercase letters, digits, periods and underscores";
  }
  if (!/[a-z]/.test(name)) return "must contain at least one letter";
  if (/^\.|\.$|\.\./.test(name)) return "can't begin or end with a period, or have two in a row";
  if (name.startsWith("www")) return "can't begin with www";
  if (/\.(com|net|org|in|edu|gov|io|co|html)$/.test(name)) return "can't look like a web address";
  return null;
}

/** Usernames that follow from a business's name, the shortest first. */
export function usernamesFrom(name: string): readonly string[] {
  const words = name
    .normalize("NFKD")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((it) => it !== "");
  if (words.length === 0) return [];
  const forms = [words.join(""), words.join("_"), words.join("."), `${words.join("")}_official`];
  const fitting = forms.map((it) => it.slice(0, MAX)).filter((it) => usernameProblem(it) === null);
  return [...new Set(fitting)];
}
