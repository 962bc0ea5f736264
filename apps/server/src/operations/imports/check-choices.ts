import { phoneDigits } from "@galka/core/contacts/phone-forms";
import { zoneNamed } from "@galka/core/chat-export/dates/instant-in";
import type { Refused } from "@galka/core/kernel/refused";
import type { ImportChoices, ImportReport } from "@galka/postgres/stores/chat-imports";

export type ChoicesRefused =
  | Refused<"phone-invalid">
  | Refused<
      "invalid-request",
      { readonly problems: readonly { readonly field: string; readonly problem: string }[] }
    >;

/** The choices in the form that they are kept in, or what is wrong with them. */
export function checkChoices(
  choices: ImportChoices,
  report: ImportReport,
): ImportChoices | ChoicesRefused {
  const { ownSender, timeZone, dateOrder } = choices;
  const contactName = choices.contactName.trim();
  if (contactName === "") return problem("contactName", "is empty");
  if ("refused" in zoneNamed(timeZone)) return problem("timeZone", "is no time zone of the world");
  if (ownSender !== null && !report.senders.some(({ name }) => name === ownSender)) {
    return problem("ownSender", "wrote nothing in this chat");
  }
  if (!isPossible(dateOrder, report))
    return problem("dateOrder", "is not how this file's dates are written");
  const contactPhone = choices.contactPhone === null ? null : digitsOf(choices.contactPhone);
  if (contactPhone !== null && !/^[1-9]\d{6,14}$/u.test(contactPhone)) {
    return { refused: "phone-invalid" };
  }
  return { ...choices, contactName, contactPhone };
}

function isPossible(order: ImportChoices["dateOrder"], report: ImportReport): boolean {
  return (order === "year-month-day") === (report.dateOrder === "year-month-day");
}

/** "00" is how many people write "+". Nothing written is no number. */
function digitsOf(written: string): string | null {
  const digits = phoneDigits(written).replace(/^00/u, "");
  return written.trim() === "" ? null : digits;
}

function problem(field: string, what: string): ChoicesRefused {
  return { refused: "invalid-request", problems: [{ field, problem: what }] };
}
