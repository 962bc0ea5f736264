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
  senders: z.array(z.object({ name: z.string(), messages: z.number() })),
  messages: z.number(),
  systemLines: z.number(),
  attachments: z.number(),
  missingAttachments: z.number(),
  omitted: z.number(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  unreadLines: z.array(z.object({ line: z.number(), text: z.string(), reason: z.string() })),
  unreadLineCount: z.number(),
  sample: z.array(z.object({ at: z.string(), sender: z.string(), text: z.string() })),
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
  failure: z.string().nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export type ChatImportJson = z.infer<typeof chatImportJson>;
