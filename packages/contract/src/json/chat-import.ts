import { z } from "zod";

export const importChoicesJson = z.object({
  channelId: z.string(),
  /** The sender in the file who is the business; everyone else is the contact. */
  ownSender: z.string().nullable(),
  contactName: z.string().min(1),
  /** Digits with the country code, when the file does not say. */
  contactPhone: z.string().nullable(),
  timeZone: z.string(),
  /** Decides between 03/04 as March and as April where the file leaves it open. */
  dateOrder: z.enum(["day-month", "month-day", "year-month-day"]),
});
export type ImportChoicesJson = z.infer<typeof importChoicesJson>;

export const importReportJson = z.object({
  platform: z.enum(["ios", "android", "unknown"]),
  clock: z.enum(["12-hour", "24-hour", "unknown"]),
  dateOrder: z.enum(["day-month", "month-day", "year-month-day"]),
  dateOrderIsCertain: z.boolean(),
  /** Every order that the dates allow, the one above first, with the period that it would mean. */
  dateReadings: z.array(
    z.object({
      dateOrder: z.enum(["day-month", "month-day", "year-month-day"]),
      from: z.string().nullable(),
      to: z.string().nullable(),
    }),
  ),
  /** Languages whose words the app wrote into the file, the likeliest first. */
  languages: z.array(z.enum(["en", "ru", "de", "pt", "es"])),
  /** Whoever wrote, the most talkative first; `phone` is `+` and digits when the name is a number. */
  senders: z.array(
    z.object({ name: z.string(), messages: z.number(), phone: z.string().nullable() }),
  ),
  messages: z.number(),
  systemLines: z.number(),
  attachments: z.number(),
  missingAttachments: z.number(),
  omitted: z.number(),
  /** By the phone's own clock, which has no zone: "2024-03-12T21:04". */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** The first hundred; GET /api/v1/imports/:id/unread.csv has them all. */
  unreadLines: z.array(z.object({ line: z.number(), text: z.string(), reason: z.string() })),
  unreadLineCount: z.number(),
  sample: z.array(
    z.object({
      at: z.string(),
      /** Empty for what the app wrote itself. */
      sender: z.string(),
      text: z.string(),
      /** What stands there instead of a text, in one word: an image left out, a message deleted. */
      wordless: z.string().nullable(),
    }),
  ),
});
export type ImportReportJson = z.infer<typeof importReportJson>;

export const chatImportJson = z.object({
  id: z.string(),
  fileName: z.string(),
  state: z.enum(["reading", "ready", "running", "done", "failed", "stopped"]),
  report: importReportJson.nullable(),
  choices: importChoicesJson.nullable(),
  conversationId: z.string().nullable(),
  linesTotal: z.number(),
  linesDone: z.number(),
  messagesAdded: z.number(),
  messagesKnown: z.number(),
  /** `file-missing`: the uploaded bytes are gone; `file-damaged`: they end or lie half-way; `fault`: Galka broke. */
  failure: z.enum(["file-missing", "file-damaged", "fault"]).nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export type ChatImportJson = z.infer<typeof chatImportJson>;
