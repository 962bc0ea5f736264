import assert from "node:assert/strict";
import { DEMO } from "../demo.ts";
import { isObject, parseJson, textAt } from "../json.ts";
import { startDesk } from "../testing/desk.ts";
import type { Case, Places } from "./case.ts";

/** Makes every request of the group in its order and compares each answer with its shape. */
export async function runCases(cases: readonly Case[]): Promise<void> {
  await using desk = await startDesk({ settings: { pairRate: false } });
  const inbound = await desk.meta.control.write(desk.ana.id, DEMO.phoneNumberId, {
    kind: "text",
    body: "hello",
  });
  const places: Places = {
    desk,
    number: DEMO.phoneNumberId,
    waba: DEMO.wabaId,
    portfolio: DEMO.portfolioId,
    app: DEMO.appId,
    inbound: inbound.id,
    kept: new Map(),
  };
  for (const it of cases) await runCase(it, places);
}

async function runCase(it: Case, places: Places): Promise<void> {
  await it.before?.(places);
  const answer = await request(it, places);
  const text = await answer.text();
  assert.equal(answer.status, 200, `${it.name}: ${text}`);
  const json = parseJson(text);
  const read = it.answer.safeParse(json);
  assert.ok(read.success, `${it.name}: ${String(read.error)}\n${text}`);
  if (!isObject(json)) return;
  for (const [name, key] of Object.entries(it.keep ?? {})) {
    places.kept.set(name, textAt(json, key) ?? "");
  }
}

function request(it: Case, places: Places): Promise<Response> {
  const body = it.body?.(places);
  const token = it.asApp ? `${DEMO.appId}|${DEMO.appSecret}` : DEMO.accessToken;
  const json = body !== undefined && !(body instanceof FormData) && !ArrayBuffer.isView(body);
  return fetch(places.desk.meta.url + it.path(places), {
    method: it.method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(json ? { "content-type": "application/json" } : {}),
      ...it.headers,
    },
    ...(body === undefined ? {} : { body: bytesOf(body) }),
  });
}

function bytesOf(body: object | FormData): FormData | string | Uint8Array<ArrayBuffer> {
  if (body instanceof FormData) return body;
  return body instanceof Uint8Array ? Uint8Array.from(body) : JSON.stringify(body);
}
