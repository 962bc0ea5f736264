import { DEMO } from "../demo.ts";
import { type JsonObject, objectsAt } from "../json.ts";
import type { PersonJson } from "../wire/control.ts";
import type { Answer, TestDesk } from "./desk.ts";
import { createTemplate } from "./template-desk.ts";

/** People in Germany, where none of Meta's rules for countries stands in the way. */
export async function addPeople(
  desk: TestDesk,
  count: number,
  prefix = "4915155",
): Promise<readonly PersonJson[]> {
  const people: PersonJson[] = [];
  for (let index = 0; index < count; index += 1) {
    const phone = `+${prefix}${String(index).padStart(6, "0")}`;
    people.push(await desk.meta.control.addPerson({ name: `Person ${index}`, phone }));
  }
  return people;
}

/** A marketing template that the reviewer approves; answers its id. */
export function createOffer(desk: TestDesk, name = "spring_offer"): Promise<string> {
  return createTemplate(desk, {
    name,
    category: "MARKETING",
    components: [{ type: "BODY", text: `The garden shop has fresh tulips: ${name}.` }],
  });
}

/** Sends a template to a phone number, and answers what Graph answers. */
export function sendTo(
  desk: TestDesk,
  to: string,
  name: string,
  number: string = DEMO.phoneNumberId,
): Promise<Answer> {
  return desk.graph("POST", `/v26.0/${number}/messages`, {
    messaging_product: "whatsapp",
    to,
    type: "template",
    template: { name, language: { code: "en_US" } },
  });
}

export function sendText(desk: TestDesk, to: string): Promise<Answer> {
  const text = { type: "text", text: { body: "Hello" } };
  return desk.graph("POST", `/v26.0/${DEMO.phoneNumberId}/messages`, {
    messaging_product: "whatsapp",
    to,
    ...text,
  });
}

/** What the last statuses said: the status, or the code of the error. */
export function fates(desk: TestDesk): readonly unknown[] {
  return desk.receiver.statuses().map((status) => codeOf(status) ?? status["status"]);
}

/** The code of the error that a failed status carries. */
export function codeOf(status: JsonObject): unknown {
  return objectsAt(status, "errors")[0]?.["code"];
}
