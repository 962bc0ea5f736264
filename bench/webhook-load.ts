import { createHmac } from "node:crypto";
import autocannon from "autocannon";
import { postAtRate } from "./paced-load.ts";

/** A signed webhook, ready to be posted. */
export type SignedBody = { readonly body: string; readonly signature: string };

/**
 * `count` different webhooks, each one message of one of a thousand people, written as Meta writes them.
 * Those of another `series` are other messages.
 */
export function signedMessages(
  count: number,
  to: { readonly secret: string; readonly wabaId: string; readonly phoneNumberId: string },
  series = "",
): SignedBody[] {
  return Array.from({ length: count }, (_, index) => {
    const person = `4915500${String(index % 1000).padStart(6, "0")}`;
    const body = JSON.stringify(envelope(to, person, { index, series }));
    const digest = createHmac("sha256", to.secret).update(body).digest("hex");
    return { body, signature: `sha256=${digest}` };
  });
}

function envelope(
  to: { readonly wabaId: string; readonly phoneNumberId: string },
  person: string,
  { index, series }: { readonly index: number; readonly series: string },
) {
  const message = {
    from: person,
    id: `wamid.BENCH${process.pid}x${series}${index}`,
    timestamp: String(Math.floor(Date.now() / 1000)),
    type: "text",
    text: { body: `Message ${index}: is the order on its way, and when will it be here?` },
  };
  const value = {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: "15550100001", phone_number_id: to.phoneNumberId },
    contacts: [{ profile: { name: `Person ${person.slice(-4)}` }, wa_id: person }],
    messages: [message],
  };
  return {
    object: "whatsapp_business_account",
    entry: [{ id: to.wabaId, changes: [{ value, field: "messages" }] }],
  };
}

export type LoadResult = {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly accepted: number;
  readonly refused: number;
};

/** Meta delivers from many machines at once. */
export const CONNECTIONS = 128;

/** Posts the bodies for `seconds`: as fast as 128 connections can, or at `rate` a second in all. */
export async function postFor(
  url: string,
  bodies: readonly SignedBody[],
  seconds: number,
  rate?: number,
): Promise<LoadResult> {
  // Autocannon's own overall rate holds connections back for seconds, whoever the server is.
  if (rate !== undefined) return postAtRate(url, bodies, seconds, rate);
  let connection = 0;
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    // Each connection has bodies of its own: all of them for each would be written out for seconds, on the clock.
    setupClient: (client) => {
      const first = connection++;
      client.setRequests(bodies.filter((_, at) => at % CONNECTIONS === first).map(requestOf));
    },
  });
  return {
    perSecond: result["2xx"] / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    accepted: result["2xx"],
    refused: result.non2xx + result.errors,
  };
}

function requestOf({ body, signature }: SignedBody) {
  return {
    method: "POST" as const,
    body,
    headers: { "content-type": "application/json", "x-hub-signature-256": signature },
  };
}
