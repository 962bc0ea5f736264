/**
 * JSON that PostgreSQL can store. It stores neither NUL nor half a character:
 * each becomes U+FFFD, so that it shows that something was there.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "string" ? inner.replaceAll("\u0000", "\ufffd").toWellFormed() : inner,
  );
}
