import { DEMO } from "../demo.ts";
import { isObject, type JsonObject, objectAt, objectsAt, textAt } from "../json.ts";
import { type Emulator, type EmulatorOptions, startEmulator } from "../start-emulator.ts";
import type { PersonJson } from "../wire/control.ts";
import { type Receiver, startReceiver } from "./receiver.ts";

export type Answer = {
  readonly status: number;
  readonly body: JsonObject;
  readonly headers: Headers;
};

/** An emulator, a webhook receiver that is subscribed to it, and a person who may be written to. */
export type TestDesk = AsyncDisposable & {
  readonly meta: Emulator;
  readonly receiver: Receiver;
  readonly ana: PersonJson;
  readonly graph: (method: string, path: string, body?: object, token?: string) => Promise<Answer>;
  /** Sends to Ana; answers the message id. */
  readonly send: (message: JsonObject) => Promise<string>;
  /** Lets `ms` pass; everything due is done and every webhook answered afterwards. */
  readonly pass: (ms?: number) => Promise<void>;
};

/** A Wednesday's morning, so that no test depends on the day and the hour it is run at. */
const FIRST_INSTANT = Date.UTC(2026, 10, 25, 10);
const BEGAN = Date.now();
/** What the clock of a desk shows that nobody has moved. */
export const machineClock = (): number => FIRST_INSTANT + Date.now() - BEGAN;

export async function startDesk(options: EmulatorOptions = {}): Promise<TestDesk> {
  const receiver = await startReceiver();
  const meta = await startEmulator({ machineClock, ...options });
  const graph = graphOf(meta.url);
  await meta.control.moveClock({ frozen: true });
  const subscription = { override_callback_uri: receiver.url, verify_token: "any" };
  await graph("POST", `/${DEMO.wabaId}/subscribed_apps`, subscription);
  const ana = await meta.control.addPerson({ name: "Ana", phone: "+1 201 555 0100" });
  const pass = async (ms = 2000) => void (await meta.control.moveClock({ advanceMs: ms }));
  await meta.control.write(ana.id, DEMO.phoneNumberId, { kind: "text", body: "hello" });
  await pass();
  receiver.received.length = 0;
  return {
    meta,
    receiver,
    ana,
    graph,
    pass,
    send: async (message) => {
      const body = { messaging_product: "whatsapp", to: ana.waId, ...message };
      return wamidOf(await graph("POST", `/v26.0/${DEMO.phoneNumberId}/messages`, body));
    },
    [Symbol.asyncDispose]: async () => {
      await meta[Symbol.asyncDispose]();
      await receiver[Symbol.asyncDispose]();
    },
  };
}

export function graphOf(url: string): TestDesk["graph"] {
  return async (method, path, body, token = DEMO.accessToken) => {
    const answer = await fetch(url + path, {
      method,
      headers: {
        ...(token === "" ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const json: unknown = await answer.json();
    return { status: answer.status, body: isObject(json) ? json : {}, headers: answer.headers };
  };
}

export function wamidOf(answer: Answer): string {
  const id = textAt(objectsAt(answer.body, "messages")[0] ?? {}, "id");
  if (id === undefined) throw new Error(`Not accepted: ${JSON.stringify(answer.body)}`);
  return id;
}

/** Code and details (or message) of a refused call. */
export function problemOf(answer: Answer): { code: number; details: string; subcode: number } {
  const error = objectAt(answer.body, "error") ?? {};
  const data = objectAt(error, "error_data") ?? {};
  return {
    code: Number(error["code"]),
    subcode: Number(error["error_subcode"] ?? 0),
    details: textAt(data, "details") ?? textAt(error, "message") ?? "",
  };
}
