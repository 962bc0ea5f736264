import { z } from "zod";

const id = z.string();
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
  filename: z.string().describe("What the file is called"),
  limit: whole.describe("How many at most"),
  min: whole.describe("The smallest group that is listed"),
  people: z.string().describe("Ids of people, with commas between: only what is about them"),
  phoneNumberId: id.describe("Id of a business phone number"),
  state: z.enum(["waiting", "delivered", "given-up"]).describe("Where a delivery has got to"),
  templateId: id.describe("Id of a template"),
  to: z.string().describe("The recipient: a phone number or a BSUID"),
  wamid: z.string().describe("Id of a message"),
} as const satisfies Readonly<Record<string, z.ZodType>>;

export type QueryName = keyof typeof QUERY_PARAMETERS;
