import { createHmac, timingSafeEqual } from "node:crypto";

const HEADER = /^sha256=([0-9a-f]{64})$/;

/**
 * Whether `header` (`X-Hub-Signature-256`) proves that Meta wrote `rawBody`.
 *
 * The bytes must be those that arrived: Meta escapes characters that `JSON.stringify` does not,
 * so a body that was parsed and written again never matches. Meta writes lower-case digits;
 * anything else is refused, as are a missing and a repeated header.
 *
 * @throws {TypeError} when `appSecret` is empty: everyone can sign with an empty secret, so a
 * receiver without one must stop loudly instead of refusing (or accepting) quietly.
 * @example
 * if (!verifySignature(rawBody, request.headers["x-hub-signature-256"], appSecret)) return 401;
 */
export function verifySignature(
  rawBody: Uint8Array,
  header: string | readonly string[] | undefined,
  appSecret: string,
): boolean {
  const expected = digest(rawBody, appSecret);
  const hex = typeof header === "string" ? HEADER.exec(header)?.[1] : undefined;
  if (hex === undefined) return false;

  return timingSafeEqual(expected, Buffer.from(hex, "hex"));
}

/**
 * The value of `X-Hub-Signature-256` for `rawBody`, as Meta writes it.
 *
 * For tests and for programs that play Meta.
 *
 * @throws {TypeError} when `appSecret` is empty.
 */
export function signBody(rawBody: Uint8Array, appSecret: string): string {
  return `sha256=${digest(rawBody, appSecret).toString("hex")}`;
}

function digest(rawBody: Uint8Array, appSecret: string): Buffer {
  if (appSecret === "") throw new TypeError("The app secret is empty: set it before receiving.");
  return createHmac("sha256", appSecret).update(rawBody).digest();
}
