import type { GraphError } from "../../graph/error.ts";
import { length } from "../../graph/params.ts";
import { type JsonObject, listAt, textAt } from "../../json.ts";
import { missingField, templateError } from "./template-error.ts";
import { variablesOf } from "../template-text.ts";

/** How many buttons of each type one template may have. */
const MOST: Readonly<Record<string, number>> = {
  QUICK_REPLY: 10,
  URL: 2,
  PHONE_NUMBER: 1,
  COPY_CODE: 1,
  FLOW: 1,
  CATALOG: 1,
  MPM: 1,
  SPM: 1,
  VOICE_CALL: 1,
  REQUEST_CONTACT_INFO: 1,
};

/**
 * Checks the buttons of a template.
 *
 * Meta: docs/…/templates/components#buttons, read 2026-11.
 *
 * @throws GraphError 2388060 or 2388043.
 */
export function checkButtons(buttons: readonly JsonObject[]): void {
  if (buttons.length === 0) throw missingField("BUTTONS", "buttons");
  if (buttons.length > 10) throw wrong("A template can't have more than 10 buttons.");
  for (const button of buttons) checkButton(button, buttons);
  const replies = buttons.map((it) => textAt(it, "type") === "QUICK_REPLY");
  if (!isContiguous(replies)) {
    throw wrong("Quick reply buttons must stand together: they can't be mixed with the others.");
  }
  const texts = buttons.map((it) => textAt(it, "text")).filter((it) => it !== undefined);
  if (new Set(texts).size !== texts.length) throw wrong("Two buttons can't have the same text.");
}

function checkButton(button: JsonObject, all: readonly JsonObject[]): void {
  const type = textAt(button, "type") ?? "";
  const most = MOST[type];
  if (most === undefined) throw wrong(`Buttons of type ${type} can't be used in this template.`);
  if (all.filter((it) => textAt(it, "type") === type).length > most) {
    throw wrong(`A template can't have more than ${most} buttons of type ${type}.`);
  }
  const text = textAt(button, "text");
  if (
    text === undefined &&
    !["COPY_CODE", "CATALOG", "SPM", "REQUEST_CONTACT_INFO"].includes(type)
  ) {
    throw missingField("BUTTONS", "text");
  }
  if (text !== undefined && length(text) > 25) {
    throw wrong("The text of a button can't have more than 25 characters.");
  }
  if (type === "URL") checkUrl(button);
  if (type === "PHONE_NUMBER") checkPhone(button);
  if (type === "COPY_CODE") checkCode(button);
  if (type === "FLOW") checkFlow(button);
}

function checkUrl(button: JsonObject): void {
  const url = textAt(button, "url") ?? "";
  if (!/^https?:\/\/\S+$/i.test(url) || length(url) > 2000) {
    throw wrong("The link of a button must be a web address of at most 2000 characters.");
  }
  const variables = variablesOf(url);
  if (variables.length > 1 || (variables.length === 1 && !url.endsWith("}}"))) {
    throw wrong("The link of a button can have one variable, at its end.");
  }
  if (variables.length === 1 && examplesOf(button).length === 0) {
    throw missingField("BUTTONS", "example");
  }
}

function checkPhone(button: JsonObject): void {
  const phone = textAt(button, "phone_number") ?? "";
  if (!/^\+?[\d\s()-]{5,20}$/.test(phone)) {
    throw wrong("The phone number of a button must have at most 20 characters.");
  }
}

function checkCode(button: JsonObject): void {
  const code = examplesOf(button)[0];
  if (code === undefined) throw missingField("BUTTONS", "example");
  // Meta: 15 characters, 20 since December 2025, docs/…/templates/components, read 2026-11.
  if (length(code) > 20) throw wrong("The example of a code can't have more than 20 characters.");
}

function checkFlow(button: JsonObject): void {
  const known = ["flow_id", "flow_name", "flow_json"].some((key) => button[key] !== undefined);
  if (!known) throw missingField("BUTTONS", "flow_id");
}

function examplesOf(button: JsonObject): readonly string[] {
  const text = textAt(button, "example");
  if (text !== undefined) return [text];
  return listAt(button, "example").filter((it) => typeof it === "string");
}

function isContiguous(flags: readonly boolean[]): boolean {
  const changes = flags.filter((flag, index) => index > 0 && flag !== flags[index - 1]).length;
  return changes <= 1;
}

function wrong(message: string): GraphError {
  return templateError(2388060, "Message buttons format is incorrect", message);
}
