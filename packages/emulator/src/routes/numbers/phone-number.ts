import { type Answer, type Call, callNumber, type GraphRoute, SUCCESS } from "../../graph/call.ts";
import { invalidParameter } from "../../graph/error.ts";
import { selectFields } from "../../graph/fields.ts";
import type { Params } from "../../graph/params.ts";
import { SYSTEM_USER_ID } from "../../businesses/system-user.ts";
import type { BusinessNumber } from "../../store/kinds.ts";
import { verifyCallback } from "../../webhooks/handshake.ts";
import { requestName } from "../../numbers/display-name.ts";
import { tellAboutNumber } from "../../numbers/tell-about-number.ts";
import { numberNode } from "./number-node.ts";
import { saveNumber } from "../save-number.ts";

export const phoneNumberRoutes: readonly GraphRoute[] = [
  { node: "number", edge: "", methods: ["GET"], scope: "management", handle: read },
  { node: "number", edge: "", methods: ["POST"], scope: "management", handle: change },
];

function read(call: Call): Answer {
  const node = numberNode(call.world, callNumber(call));
  return { body: selectFields(node, call.params.optionalText("fields")) };
}

/** Sets the PIN, asks for another display name, or says where the number's webhooks go. */
async function change(call: Call): Promise<Answer> {
  const { params } = call;
  const number = callNumber(call);
  const pin = params.optionalText("pin");
  const name = params.optionalText("new_display_name");
  const webhook = params.optionalObject("webhook_configuration");
  if (pin === undefined && name === undefined && webhook === undefined) throw params.missing("pin");
  if (pin !== undefined) changePin(call, pin);
  if (name !== undefined) askForName(call, number, name.trim());
  if (webhook !== undefined) await changeCallback(call, webhook);
  return SUCCESS;
}

function changePin(call: Call, pin: string): void {
  const { world } = call;
  const number = callNumber(call);
  if (!/^\d{6}$/.test(pin)) throw invalidParameter("Param pin must be 6 digits.");
  saveNumber(world, { ...number, pin, pinGuesses: 0 });
  tellAboutNumber(world, number, "security", { event: "PIN_CHANGED", requester: SYSTEM_USER_ID });
}

function askForName(call: Call, number: BusinessNumber, name: string): void {
  if (name === "" || name === number.verifiedName) {
    throw invalidParameter("Param new_display_name must be another name than the current one.");
  }
  requestName(call.world, number, name);
}

/** The empty text takes the number's own URL away. */
async function changeCallback(call: Call, webhook: Params): Promise<void> {
  const { world } = call;
  const url = webhook.optionalText("override_callback_uri", { max: 200 }) ?? "";
  if (url !== "") await verifyCallback(world, url, webhook.text("verify_token"));
  saveNumber(world, { ...callNumber(call), overrideCallbackUri: url === "" ? null : url });
}
