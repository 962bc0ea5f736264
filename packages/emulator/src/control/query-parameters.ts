import { z } from "zod";
import { tariffChoice } from "../store/kinds/billing.ts";

const id = z.string();
const instant = z.iso.datetime({ offset: true, error: "an instant like 2026-11-22T12:00:00Z" });
const whole = z.string().regex(/^\d+$/, "a whole number");

/**
 * Every query parameter that some control route takes, each with one meaning.
 *
 * A route names those it takes; others are refused, so the OpenAPI document
 * cannot say less or more than what is read.
 */
export const QUERY_PARAMETERS = {
  after: whole.describe("The `next` of the page before"),
  before: whole.describe("The `next` of the page after"),
  by: z.string().describe("What is counted by, with commas between, e.g. `day,category`"),
  callbackData: z.string().describe("`biz_opaque_callback_data` of a send"),
  category: z.string().describe("A pricing category, e.g. `marketing`"),
  charge: z.enum(["regular", "free"]).describe("What is charged, or what is free"),
  code: whole.describe("An error code of Meta's"),
  conversationId: z.string().describe("Id of a conversation that is charged as one"),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "an ISO code like BR")
    .describe("The recipient's country"),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "an ISO code like USD")
    .describe("A currency"),
  day: z.iso.date({ error: "a day like 2026-11-22" }).describe("A day of the account's time zone"),
  field: z.string().describe("A webhook field, e.g. `messages`"),
  filename: z.string().describe("What the file is called"),
  limit: whole.describe("How many at most"),
  market: z.string().describe("A market of Meta's rate cards, e.g. `BR` or `REST_OF_AFRICA`"),
  method: z.string().describe("An HTTP method"),
  min: whole.describe("The smallest group that is listed"),
  month: z
    .string()
    .regex(/^\d{4}-\d\d$/, "a month like 2026-11")
    .describe("A month of the account's time zone"),
  path: z.string().describe("Part of a Graph path"),
  people: z.string().describe("Ids of people, with commas between: only what is about them"),
  phoneNumberId: id.describe("Id of a business phone number"),
  reason: z.string().describe("Why a message costs what it does"),
  since: instant.describe("From this instant of the emulator's clock on, ISO 8601"),
  state: z.enum(["waiting", "delivered", "given-up"]).describe("Where a delivery has got to"),
  status: z
    .string()
    .regex(/^([1-5]\d\d|[1-5]xx|none)$/, "e.g. 400, 4xx or none")
    .describe("An HTTP status; `none` is no answer"),
  subcode: whole.describe("The `error_subcode` of the error"),
  tariff: tariffChoice.describe("One of Meta's tariffs"),
  templateId: id.describe("Id of a template"),
  templateStatus: z.string().describe("Status of a template, as Meta writes it"),
  text: z.string().describe("Words that it contains, in whatever case"),
  to: z.string().describe("The recipient: a phone number or a BSUID"),
  until: instant.describe("Up to this instant of the emulator's clock, ISO 8601"),
  wabaId: id.describe("Id of an account"),
  wamid: z.string().describe("Id of a message"),
} as const satisfies Readonly<Record<string, z.ZodType>>;

export type QueryName = keyof typeof QUERY_PARAMETERS;
