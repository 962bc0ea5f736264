import { parseArgs } from "node:util";
import { UserError } from "@galka/postgres/user-error";
import type { ImportDateOrder } from "@galka/postgres/stores/chat-imports";

/** What was asked for; null where nothing was said. */
export type ImportOptions = {
  readonly file: string;
  readonly channel: string | null;
  readonly me: string | null;
  readonly contact: string | null;
  readonly phone: string | null;
  readonly zone: string | null;
  readonly dateOrder: ImportDateOrder | null;
  readonly as: string | null;
  readonly unread: string | null;
  readonly yes: boolean;
};

export const HELP = `galka import chat FILE [options]

Imports what WhatsApp's "Export chat" writes, a .txt or a .zip with media. It shows
what was understood and asks what the file does not say; nothing is imported before
that. Importing the same chat again, or a longer export of it, adds only what is more.

  --channel NAME      into which number's conversations: its name, number or id
  --me NAME           the sender in the file who is you ("none": nobody is)
  --contact NAME      what the other side is called
  --phone NUMBER      their number with the country code, to answer them later
  --zone ZONE         the phone's time zone, like Europe/Berlin (this computer's)
  --date-order ORDER  day-month or month-day, where the dates leave it open
  --as E-MAIL         the member who imports, where there are several
  --unread FILE       write every line that could not be read to this file
  --yes               take what is likely instead of asking

It works on the data of npm start (GALKA_DATA) or on DATABASE_URL, whether Galka runs
or not. Ctrl-C stops it; what is in stays, and the same command goes on.`;

const ORDERS = new Map<string, ImportDateOrder>([
  ["day-month", "day-month"],
  ["month-day", "month-day"],
  ["year-month-day", "year-month-day"],
]);

/**
 * Reads the command's arguments; null when only its help is wanted.
 *
 * @throws UserError naming what is wrong.
 */
export function parseImportOptions(args: readonly string[]): ImportOptions | null {
  const { values, positionals } = parse(args);
  if (values.help === true) return null;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) {
    throw new UserError(`Name one file to import.\n\n${HELP}`);
  }
  const order = values["date-order"];
  const dateOrder = order === undefined ? null : ORDERS.get(order);
  if (dateOrder === undefined) throw new UserError("--date-order is day-month or month-day.");
  return {
    file,
    channel: values.channel ?? null,
    me: values.me ?? null,
    contact: values.contact ?? null,
    phone: values.phone ?? null,
    zone: values.zone ?? null,
    dateOrder,
    as: values.as ?? null,
    unread: values.unread ?? null,
    yes: values.yes === true,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        channel: { type: "string" },
        me: { type: "string" },
        contact: { type: "string" },
        phone: { type: "string" },
        zone: { type: "string" },
        "date-order": { type: "string" },
        as: { type: "string" },
        unread: { type: "string" },
        yes: { type: "boolean", short: "y" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    const words =
      error instanceof Error ? error.message.split(". ", 1)[0] : "The options are wrong";
    throw new UserError(`${words}.\n\n${HELP}`);
  }
}
