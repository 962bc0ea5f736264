import { hash } from "node:crypto";

/**
 * A message id in the form of Meta's: `wamid.` and base64 of the phone number
 * and of a stanza id, framed in a few fixed bytes.
 *
 * The same seed and number give the same id.
 */
export function wamid(
  seed: string,
  sequence: number,
  from: "business" | "person",
  phone: string,
): string {
  const length = from === "business" ? 18 : 20;
  const stanza = hash("sha256", `${seed}:${sequence}`, "hex").slice(0, length).toUpperCase();
  const bytes = Buffer.concat([
    Buffer.from([0x1c, 0x18, phone.length]),
    Buffer.from(phone, "latin1"),
    Buffer.from([0x15, 0x02, 0x00, from === "business" ? 0x11 : 0x12, 0x18, length]),
    Buffer.from(stanza, "latin1"),
    Buffer.from([0x00]),
  ]);
  return `wamid.${bytes.toString("base64")}`;
}
