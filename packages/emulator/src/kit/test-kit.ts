import { type ControlClient, controlClient } from "../control/client.ts";
import { isObject, type JsonObject } from "../json.ts";
import type { World } from "../world.ts";
import { Phone } from "./phone.ts";
import { TestClock } from "./test-clock.ts";
import { waiterOf } from "./wait.ts";
import { Webhooks } from "./webhooks.ts";

/** What a client of the Cloud API is configured with. */
export type EmulatorIds = {
  readonly appId: string;
  readonly appSecret: string;
  readonly wabaId: string;
  readonly phoneNumberId: string;
  /** The business number, digits only. */
  readonly phone: string;
  readonly accessToken: string;
};

export type GraphAnswer = { readonly status: number; readonly body: JsonObject };

/** What a running emulator offers a test. */
export type TestKit = {
  /** Calls the control API, typed. */
  readonly control: ControlClient;
  /** Of the first app, account, number and token that are there. */
  readonly ids: EmulatorIds;
  /** Base URL of Graph with a version, for clients that want one. */
  readonly graphUrl: string;
  /** Calls Graph with the first token: `graph("POST", "/…/messages", {…})`. */
  readonly graph: (method: string, path: string, body?: JsonObject) => Promise<GraphAnswer>;
  /** The phone of whoever has this name, number or id; they get one if they have none. */
  readonly phone: (who: string) => Phone;
  readonly webhooks: Webhooks;
  readonly clock: TestClock;
  /** The whole world, to start each test from. */
  readonly snapshot: () => Promise<Uint8Array>;
  readonly restore: (snapshot: Uint8Array) => Promise<void>;
};

export function testKit(world: World, url: string, controlKey: string | undefined): TestKit {
  const control = controlClient(url, controlKey);
  const wait = waiterOf(world);
  const graph: TestKit["graph"] = (method, path, body) =>
    callGraph(`${url}/v26.0${path}`, method, { token: idsOf(world).accessToken, body });
  const desk = {
    world,
    control,
    wait,
    usualNumber: () => idsOf(world).phoneNumberId,
    handedOut: new Set<string>(),
  };
  return {
    control,
    get ids() {
      return idsOf(world);
    },
    graphUrl: `${url}/v26.0`,
    graph,
    phone: (who) => new Phone(desk, who),
    webhooks: new Webhooks(world, wait, (path, body) => graph("POST", path, body)),
    clock: new TestClock(control),
    snapshot: () => control.takeSnapshot(),
    restore: async (snapshot) => void (await control.restoreSnapshot(snapshot)),
  };
}

function idsOf({ app, kinds }: World): EmulatorIds {
  const { id: appId, secret: appSecret } = app();
  const token = kinds.tokens.list().find((it) => !it.revoked);
  const numbers = kinds.numbers.list();
  const number = numbers.find((it) => it.status === "CONNECTED") ?? numbers[0];
  return {
    appId,
    appSecret,
    wabaId: number?.wabaId ?? kinds.wabas.list()[0]?.id ?? "",
    phoneNumberId: number?.id ?? "",
    phone: number?.waId ?? "",
    accessToken: token?.token ?? "",
  };
}

async function callGraph(
  url: string,
  method: string,
  { token, body }: { readonly token: string; readonly body: JsonObject | undefined },
): Promise<GraphAnswer> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const answer = await fetch(url, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const said: unknown = await answer.json();
  return { status: answer.status, body: isObject(said) ? said : {} };
}
