import assert from "node:assert/strict";
import { normalizeWebhook, verifySignature } from "@kapso/whatsapp-cloud-api/server";
import { WhatsAppAPI } from "whatsapp-api-js";
import { DEMO } from "../demo.ts";
import { type JsonObject, objectAt, objectsAt } from "../json.ts";
import type { TestDesk } from "./desk.ts";
import type { Received } from "./receiver.ts";
import { envelope, FIELD_SHAPES, isChecked } from "./shapes/field-shapes.ts";

/** Letters beyond ASCII, an emoji, and the four signs that Meta escapes besides. */
export const TEXT = "привет 😀 a@b.c/x 5% <3";

export type Heard = { readonly field: string; readonly value: JsonObject };

/**
 * What the business heard since the last time, after everything due was done.
 *
 * Each webhook is checked on the way: its bytes, its signature, its shape, and
 * that two clients of other makers accept it.
 */
export async function heard(desk: TestDesk, ms = 2000): Promise<readonly Heard[]> {
  await desk.pass(ms);
  const received = desk.receiver.received.splice(0);
  const all: Heard[] = [];
  for (const webhook of received) {
    assert.ok(/^[ -~]*$/.test(webhook.body), "a webhook is ASCII");
    for (const { changes } of envelope.parse(webhook.json).entry) all.push(...changes);
    await acceptedByClients(webhook);
  }
  for (const { field, value } of all) checkShape(field, value);
  return all;
}

function checkShape(field: string, value: JsonObject): void {
  assert.ok(isChecked(field), `there is a shape for ${field}`);
  const read = FIELD_SHAPES[field].safeParse(value);
  const problem = read.success ? "" : JSON.stringify(read.error.issues, null, 1);
  assert.ok(read.success, `${field}: ${JSON.stringify(value)}\n${problem}`);
}

async function acceptedByClients(webhook: Received): Promise<void> {
  const { body, signature } = webhook;
  const secret = { appSecret: DEMO.appSecret };
  assert.equal(verifySignature({ ...secret, rawBody: body, signatureHeader: signature }), true);
  assert.ok(normalizeWebhook(JSON.parse(body)));
  const api = new WhatsAppAPI({ ...secret, token: DEMO.accessToken, v: "v24.0" });
  assert.equal(await api.verifyRequestSignature(body, signature), true);
  // It has no ears for anything but messages, and says so after it has verified the signature.
  if (hasMessages(webhook.json)) await api.post(JSON.parse(body), body, signature);
}

function hasMessages(json: JsonObject): boolean {
  const [first] = objectsAt(json, "entry").flatMap((entry) => objectsAt(entry, "changes"));
  const value = objectAt(first ?? {}, "value") ?? {};
  return "messages" in value || "statuses" in value;
}

/** The only message among what was heard. */
export function onlyMessage(all: readonly Heard[]): JsonObject {
  const messages = all.flatMap((it) => objectsAt(it.value, "messages"));
  assert.equal(messages.length, 1, JSON.stringify(all));
  return messages[0] ?? {};
}

/** The values of one field. */
export function valuesOf(all: readonly Heard[], field: string): readonly JsonObject[] {
  return all.filter((it) => it.field === field).map((it) => it.value);
}

/** Every text in a value, wherever it stands. */
export function wordsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(wordsIn);
}
