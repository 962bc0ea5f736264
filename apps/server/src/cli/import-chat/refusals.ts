import { unreachable } from "@galka/core/kernel/unreachable";
import type { ExportRefused } from "../../operations/imports/receive-export.ts";
import type { StartRefused } from "../../operations/imports/start-import.ts";
import type { WhyUnreadable } from "../../operations/imports/reading/unreadable-export.ts";

const WHY = {
  empty: "The file is empty.",
  "not-text": "This is neither a text nor a zip.",
  "not-a-chat-export":
    'No line begins like a message. Export the chat with WhatsApp\'s own "Export chat".',
  "zip-damaged": "The zip is damaged. Copy it from the phone again.",
  "zip-encrypted": "The zip has a password. Unpack it and import the text, or pack it without one.",
  "zip-unsafe": "The zip would unpack to far more than it is, or to somewhere else.",
  "zip-without-chat": "There is no text in the zip.",
  "text-too-large": "The text is larger than 200 MB.",
  "file-missing": "The file is gone.",
} as const satisfies Record<WhyUnreadable, string>;

/** What a refusal means to the person at the terminal, and what to do about it. */
export function explainRefusal(refusal: ExportRefused | StartRefused): string {
  switch (refusal.refused) {
    case "file-too-large":
      return `It is larger than ${refusal.maxBytes / 1024 ** 3} GB.`;
    case "import-unreadable":
      return WHY[refusal.because];
    case "phone-invalid":
      return "--phone is no phone number with a country code.";
    case "invalid-request":
      return refusal.problems.map(({ field, problem }) => `${field} ${problem}.`).join(" ");
    case "import-not-ready":
      return `The import is ${refusal.state} already.`;
    case "forbidden":
      return "This member may not import. Give --as with one whose role allows it.";
    case "not-found":
      return "The import or the channel is gone.";
    default:
      return unreachable(refusal);
  }
}
