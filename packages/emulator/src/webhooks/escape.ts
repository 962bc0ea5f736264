import { unreachable } from "../unreachable.ts";
import type { EscapingStyle } from "../wire/control.ts";

// What live Meta is seen to write besides \uXXXX: a receiver that parses and
// writes the JSON again gets other bytes, and another signature.
const EXTRA: Readonly<Record<string, string>> = {
  "/": "\\/",
  "@": "\\u0040",
  "%": "\\u0025",
  "<": "\\u003C",
};

/**
 * Writes the JSON of a webhook as Meta does: pure ASCII, everything above U+007E as
 * `\uXXXX` with lower-case digits.
 *
 * Meta: "escaped unicode version of the payload, with lowercase hex digits",
 * docs/graph-api/webhooks/getting-started, read 2026-11.
 */
export function writeBody(json: string, style: EscapingStyle): string {
  switch (style) {
    case "raw":
      return json;
    case "escaped":
      return escapeUnicode(json);
    case "meta":
      return json.replaceAll(/[/@%<\u007f-\uffff]/g, (it) => EXTRA[it] ?? escaped(it));
    default:
      return unreachable(style);
  }
}

export function escapeUnicode(json: string): string {
  return json.replaceAll(/[\u007f-\uffff]/g, escaped);
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
