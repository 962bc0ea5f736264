import { phoneDigits } from "@galka/core/contacts/phone-forms";
import type { ImportChoices, ImportReport } from "@galka/postgres/stores/chat-imports";
import { UserError } from "@galka/postgres/user-error";
import type { ImportOptions } from "./options.ts";

/** A number that a chat can be imported into. */
export type ChannelToChoose = {
  readonly id: string;
  readonly name: string;
  readonly displayPhone: string;
};

/** Asks the person; null where nobody can be asked. */
export type Ask = {
  /** Answers the number of one of `answers`. */
  pick(question: string, answers: readonly string[]): Promise<number>;
  /** Answers what was typed, or an empty text. */
  text(question: string): Promise<string>;
} | null;

const NOBODY = "none";

/**
 * Decides what the file leaves open: by the options, by what the file makes
 * plain, and otherwise by asking.
 *
 * @throws UserError naming the option that is missing when nobody can be asked.
 */
export async function chooseImport(
  options: ImportOptions,
  report: ImportReport,
  channels: readonly ChannelToChoose[],
  ask: Ask,
): Promise<ImportChoices> {
  const channel = await chooseChannel(options, channels, ask);
  const ownSender = await chooseMe(options, report, channel, ask);
  const others = report.senders.filter(({ name }) => name !== ownSender);
  const other = others.length === 1 ? others[0] : undefined;
  return {
    channelId: channel.id,
    ownSender,
    contactName: options.contact ?? other?.name ?? (await askForContact(ask)),
    contactPhone: await choosePhone(options, other?.phone ?? null, ask),
    timeZone: options.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    dateOrder: await chooseDateOrder(options, report, ask),
  };
}

async function chooseChannel(
  { channel }: ImportOptions,
  channels: readonly ChannelToChoose[],
  ask: Ask,
): Promise<ChannelToChoose> {
  const [first, second] = channels;
  if (first === undefined) {
    throw new UserError("No number is connected. Connect one first (Settings, Channels).");
  }
  const names = channels.map(({ name, displayPhone }) => `${name} (${displayPhone})`);
  if (channel !== null) {
    const found = channels.find((it) => isCalled(it, channel));
    if (found) return found;
    throw new UserError(`There is no channel "${channel}". There is: ${names.join(", ")}.`);
  }
  if (second === undefined) return first;
  if (!ask) throw new UserError(`Into which number? Give --channel: ${names.join(", ")}.`);
  return channels[await ask.pick("Into which number's conversations?", names)] ?? first;
}

function isCalled(channel: ChannelToChoose, asked: string): boolean {
  const digits = phoneDigits(asked);
  return (
    channel.id === asked ||
    channel.name.toLowerCase() === asked.toLowerCase() ||
    (digits.length > 5 && phoneDigits(channel.displayPhone) === digits)
  );
}

async function chooseMe(
  { me }: ImportOptions,
  { senders }: ImportReport,
  channel: ChannelToChoose,
  ask: Ask,
): Promise<string | null> {
  const names = senders.map(({ name }) => name);
  if (me !== null) {
    if (names.includes(me)) return me;
    if (me === NOBODY) return null;
    throw new UserError(`Nobody called "${me}" wrote in this chat: ${names.join(", ")}.`);
  }
  const own = senders.find(
    ({ name, phone }) => name === channel.name || (phone !== null && isCalled(channel, phone)),
  );
  if (own) return own.name;
  if (!ask) throw new UserError(`Who of them is you? Give --me: ${[...names, NOBODY].join(", ")}.`);
  const picked = await ask.pick("Who of them is you?", [...names, "none of them"]);
  return names[picked] ?? null;
}

async function askForContact(ask: Ask): Promise<string> {
  const typed = (await ask?.text("What is the other side called? ")) ?? "";
  if (typed.trim() !== "") return typed.trim();
  throw new UserError(
    "Several people wrote in this chat. Give --contact, the name for all of them.",
  );
}

async function choosePhone(
  { phone, yes }: ImportOptions,
  known: string | null,
  ask: Ask,
): Promise<string | null> {
  if (phone !== null) return phone;
  if (known !== null || yes || !ask) return known;
  const typed = await ask.text("Their number with the country code (Enter leaves it open): ");
  return typed.trim() === "" ? null : typed.trim();
}

async function chooseDateOrder(
  { dateOrder, yes }: ImportOptions,
  report: ImportReport,
  ask: Ask,
): Promise<ImportChoices["dateOrder"]> {
  if (dateOrder !== null) return dateOrder;
  if (report.dateOrderIsCertain || report.dateReadings.length < 2 || yes) return report.dateOrder;
  const readings = report.dateReadings.map(
    ({ dateOrder: order, from, to }) => `${order}: ${from ?? "?"} to ${to ?? "?"}`,
  );
  if (!ask) {
    throw new UserError(
      `The dates can be read in two ways. Give --date-order: ${readings.join("; ")}.`,
    );
  }
  const picked = await ask.pick("How are the dates written?", readings);
  return report.dateReadings[picked]?.dateOrder ?? report.dateOrder;
}
