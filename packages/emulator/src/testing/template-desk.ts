import { DEMO } from "../demo.ts";
import { type JsonObject, textAt } from "../json.ts";
import type { Answer, TestDesk } from "./desk.ts";

export const TEMPLATES_PATH = `/v26.0/${DEMO.wabaId}/message_templates`;

/** A notice that passes every rule, but for what a test cares about. */
export function notice(given: JsonObject = {}): JsonObject {
  return {
    name: "order_ready",
    language: "en_US",
    category: "UTILITY",
    components: [{ type: "BODY", text: "Your order is ready at our desk." }],
    ...given,
  };
}

/** Submits a template and lets the reviewer decide; answers its id. */
export async function createTemplate(desk: TestDesk, given: JsonObject = {}): Promise<string> {
  const answer = await desk.graph("POST", TEMPLATES_PATH, notice(given));
  const id = textAt(answer.body, "id");
  if (id === undefined) throw new Error(`Not created: ${JSON.stringify(answer.body)}`);
  await desk.pass(3000);
  return id;
}

/** Sends a template to Ana. */
export function sendTemplate(
  desk: TestDesk,
  name: string,
  components?: readonly object[],
  edge = "messages",
): Promise<Answer> {
  return desk.graph("POST", `/v26.0/${DEMO.phoneNumberId}/${edge}`, {
    messaging_product: "whatsapp",
    to: desk.ana.waId,
    type: "template",
    template: {
      name,
      language: { code: "en_US" },
      ...(components === undefined ? {} : { components }),
    },
  });
}

/** Values of one webhook field, in order of arrival. */
export function newsOf(desk: TestDesk, field: string): readonly JsonObject[] {
  return desk.receiver.values().filter((it) => it["field"] === field);
}
