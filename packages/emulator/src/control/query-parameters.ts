import { z } from "zod";

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
  callbackData: z.string().describe("`biz_opaque_callback_data` of a send"),
  code: whole.describe("An error code of Meta's"),
  field: z.string().describe("A webhook field, e.g. `messages`"),
  filename: z.string().describe("What the file is called"),
  limit: whole.describe("How many at most"),
  method: z.string().describe("An HTTP method"),
  min: whole.describe("The smallest group that is listed"),
  path: z.string().describe("Part of a Graph path"),
  people: z.string().describe("Ids of people, with commas between: only what is about them"),
  phoneNumberId: id.describe("Id of a business phone number"),
  since: instant.describe("From this instant of the emulator's clock on, ISO 8601"),
  state: z.enum(["waiting", "delivered", "given-up"]).describe("Where a delivery has got to"),
  status: z
    .string()
    .regex(/^([1-5]\d\d|[1-5]xx|none)$/, "e.g. 400, 4xx or none")
    .describe("An HTTP status; `none` is no answer"),
  subcode: whole.describe("The `error_subcode` of the error"),
  templateId: id.describe("Id of a template"),
  templateStatus: z.string().describe("Status of a template, as Meta writes it"),
  text: z.string().describe("Words that it contains, in whatever case"),
  to: z.string().describe("The recipient: a phone number or a BSUID"),
  until: instant.describe("Up to this instant of the emulator's clock, ISO 8601"),
  wamid: z.string().describe("Id of a message"),
} as const satisfies Readonly<Record<string, z.ZodType>>;

export type QueryName = keyof typeof QUERY_PARAMETERS;
