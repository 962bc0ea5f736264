import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { signBody } from "@galka/cloud-api";
import { DEMO } from "@galka/emulator";
import { until } from "./until.ts";
import type { World } from "./world.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures/meta");

/** A webhook of Meta's as one of our fixtures has it. */
export type Payload = { readonly name: string; readonly body: object };

/** Every fixture, about the emulator's number wherever it names a business's own. */
export function payloads(): Payload[] {
  return globSync("*.json", { cwd: FIXTURES })
    .sort()
    .map((name) => {
      const text = readFileSync(join(FIXTURES, name), "utf8")
        .replaceAll("200000000000001", DEMO.phoneNumberId)
        .replaceAll("100000000000001", DEMO.wabaId)
        .replaceAll("15550100001", DEMO.phone);
      const { body } = JSON.parse(text) as { readonly body: object };
      return { name, body };
    });
}

/** A number that is connected as the page connects one, and the address that Meta would post to. */
export type Line = {
  readonly channelId: string;
  readonly webhookUrl: string;
  post(body: string | Uint8Array, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Signs as Meta does and posts. */
  deliver(body: object): Promise<Response>;
  /** Waits until this many webhooks went through the applier. */
  caughtUp(count: number): Promise<void>;
};

/** Connects the emulator's number in a workspace that has none. */
export async function connectLine(world: World): Promise<Line> {
  const channel = await world.api("connectChannel", {
    body: {
      accessToken: DEMO.accessToken,
      appSecret: DEMO.appSecret,
      wabaId: DEMO.wabaId,
      phoneNumberId: DEMO.phoneNumberId,
      baseUrl: world.emulatorUrl.replace("localhost", "127.0.0.1"),
    },
  });
  const { id: channelId, webhookUrl } = channel;
  const post = (body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}) =>
    fetch(webhookUrl, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : new Uint8Array(body),
    });
  return {
    channelId,
    webhookUrl,
    post,
    deliver(body) {
      const bytes = asMetaWrites(body);
      return post(bytes, { "x-hub-signature-256": signBody(bytes, DEMO.appSecret) });
    },
    async caughtUp(count) {
      await until(`${count} webhooks are applied`, async () => {
        const { days } = await world.api("listReceipts", { params: { id: channelId }, query: {} });
        return days.reduce((sum, { accepted }) => sum + accepted, 0) >= count;
      });
    },
  };
}

/** Meta escapes what is not ASCII and every slash. */
function asMetaWrites(body: object): Buffer {
  const units = JSON.stringify(body)
    .split("")
    .map((unit) => {
      const code = unit.charCodeAt(0);
      return code < 0x80 ? unit : `\\u${code.toString(16).padStart(4, "0")}`;
    });
  return Buffer.from(units.join("").replaceAll("/", "\\/"));
}
