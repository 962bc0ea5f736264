import { length } from "../../graph/params.ts";
import { type JsonObject, listAt, objectsAt, textAt } from "../../json.ts";
import { variablesOf } from "../template-text.ts";
import { missingField, wrongButtons } from "./template-error.ts";

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

const WITHOUT_TEXT: readonly string[] = ["COPY_CODE", "CATALOG", "SPM", "REQUEST_CONTACT_INFO"];

/** Types whose button is the only one of its template. */
const ALONE: readonly string[] = ["CATALOG", "MPM"];

/**
 * Checks the buttons of a template.
 *
 * Meta: docs/…/templates/components#buttons, read 2026-11.
 *
 * @throws GraphError 2388060 or 2388043.
 */
export function checkButtons(buttons: readonly JsonObject[]): void {
  if (buttons.length === 0) throw missingField("BUTTONS", "buttons");
  if (buttons.length > 10) throw wrongButtons("A template can't have more than 10 buttons.");
  for (const button of buttons) checkButton(button, buttons);
  const replies = buttons.map((it) => textAt(it, "type") === "QUICK_REPLY");
  if (!isContiguous(replies)) {
    throw wrongButtons(
      "Quick reply buttons must stand together: they can't be mixed with the others.",
    );
  }
  const texts = buttons.map((it) => textAt(it, "text")).filter((it) => it !== undefined);
  if (new Set(texts).size !== texts.length) {
    throw wrongButtons("Two buttons can't have the same text.");
  }
  const alone = buttons.map((it) => textAt(it, "type") ?? "").find((it) => ALONE.includes(it));
  if (alone !== undefined && buttons.length > 1) {
    throw wrongButtons(`A button of type ${alone} must be the only one of its template.`);
  }
}

function checkButton(button: JsonObject, all: readonly JsonObject[]): void {
  const type = textAt(button, "type") ?? "";
  const most = MOST[type];
  if (most === undefined) {
    throw wrongButtons(`Buttons of type ${type} can't be used in this template.`);
  }
  if (all.filter((it) => textAt(it, "type") === type).length > most) {
    throw wrongButtons(`A template can't have more than ${most} buttons of type ${type}.`);
  }
  checkButtonText(button, type);
  if (type === "URL") checkUrl(button);
  if (type === "PHONE_NUMBER") checkPhone(button);
  if (type === "COPY_CODE") checkCode(button);
  if (type === "FLOW") checkFlow(button);
  if (type === "VOICE_CALL") checkVoiceCall(button);
}

function checkButtonText(button: JsonObject, type: string): void {
  const text = textAt(button, "text");
  if (text === undefined || text === "") {
    if (WITHOUT_TEXT.includes(type)) return;
    throw missingField("BUTTONS", "text");
  }
  if (length(text) > 25) {
    throw wrongButtons("The text of a button can't have more than 25 characters.");
  }
  if (/\n|\{\{/.test(text)) {
    throw wrongButtons("The text of a button can't have any variables or new lines.");
  }
}

function checkUrl(button: JsonObject): void {
  const url = textAt(button, "url") ?? "";
  if (url === "") throw missingField("BUTTONS", "url");
  if (!/^https?:\/\/\S+$/i.test(url) || length(url) > 2000) {
    throw wrongButtons("The link of a button must be a web address of at most 2000 characters.");
  }
  const variables = variablesOf(url);
  if (variables.length > 1 || (variables.length === 1 && !url.endsWith("}}"))) {
    throw wrongButtons("The link of a button can have one variable, at its end.");
  }
  if (variables.length === 1 && examplesOf(button).length === 0) {
    throw missingField("BUTTONS", "example");
  }
}

function checkPhone(button: JsonObject): void {
  const phone = textAt(button, "phone_number") ?? "";
  if (phone === "") throw missingField("BUTTONS", "phone_number");
  if (!/^\+?[\d\s()-]{5,20}$/.test(phone)) {
    throw wrongButtons("The phone number of a button must have at most 20 characters.");
  }
}

function checkCode(button: JsonObject): void {
  const code = examplesOf(button)[0];
  if (code === undefined) throw missingField("BUTTONS", "example");
  // Meta: 15 characters, 20 since December 2025, docs/…/templates/components, read 2026-11.
  if (length(code) > 20) {
    throw wrongButtons("The example of a code can't have more than 20 characters.");
  }
}

/** A form is named in one way, and a form that opens by itself needs its first screen. */
function checkFlow(button: JsonObject): void {
  const ways = ["flow_id", "flow_name", "flow_json"].filter((key) => button[key] !== undefined);
  if (ways.length === 0) throw missingField("BUTTONS", "flow_id");
  if (ways.length > 1) {
    throw wrongButtons("Give one of flow_id, flow_name and flow_json, not more.");
  }
  const action = (textAt(button, "flow_action") ?? "navigate").toLowerCase();
  if (!["navigate", "data_exchange"].includes(action)) {
    throw wrongButtons("flow_action must be navigate or data_exchange.");
  }
}

// Meta: a call button works for 1 to 30 days, docs/…/calling/call-button-messages-deep-links, read 2026-11.
function checkVoiceCall(button: JsonObject): void {
  const minutes = textAt(button, "ttl_minutes");
  if (minutes === undefined) return;
  if (!(Number(minutes) >= 1440 && Number(minutes) <= 43_200)) {
    throw wrongButtons("ttl_minutes must be between 1440 and 43200.");
  }
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

/** Checks the one button that an authentication template has. */
export function checkCodeButton(buttonsComponent: JsonObject): void {
  const buttons = objectsAt(buttonsComponent, "buttons");
  const button = buttons[0] ?? {};
  if (buttons.length !== 1 || textAt(button, "type") !== "OTP") {
    throw missingField("BUTTONS", "OTP button");
  }
  const kind = textAt(button, "otp_type") ?? "";
  if (!["COPY_CODE", "ONE_TAP", "ZERO_TAP"].includes(kind)) {
    throw missingField("BUTTONS", "otp_type");
  }
  for (const key of ["text", "autofill_text"]) {
    const text = textAt(button, key) ?? "";
    if (length(text) > 25) {
      throw wrongButtons("The text of a button can't have more than 25 characters.");
    }
  }
  if (kind === "COPY_CODE") return;
  if (kind === "ZERO_TAP" && button["zero_tap_terms_accepted"] !== true) {
    throw wrongButtons("Zero-tap templates need zero_tap_terms_accepted to be true.");
  }
  checkApps(button);
}

/** The apps that take the code; one app alone may stand in the button itself, as in older calls. */
function checkApps(button: JsonObject): void {
  const listed = objectsAt(button, "supported_apps");
  const apps = listed.length > 0 ? listed : [button];
  if (apps.length > 5) throw wrongButtons("A button can't have more than 5 supported_apps.");
  for (const app of apps) {
    const name = textAt(app, "package_name") ?? "";
    if (name === "") throw missingField("BUTTONS", "package_name");
    if (!/^[a-zA-Z]\w*(\.[a-zA-Z]\w*)+$/.test(name) || name.length > 224) {
      throw wrongButtons("package_name must be the name of an Android app.");
    }
    const hash = decoded(textAt(app, "signature_hash") ?? "");
    if (hash === "") throw missingField("BUTTONS", "signature_hash");
    if (!/^[A-Za-z0-9+/=]{11}$/.test(hash)) {
      throw wrongButtons("signature_hash must have 11 characters.");
    }
  }
}

/** Meta's own example writes the hash as a part of a web address. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
