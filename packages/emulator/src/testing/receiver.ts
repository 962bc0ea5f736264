import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type JsonObject, objectAt, objectsAt, parseObject, textAt } from "../json.ts";

/** One webhook as it arrived. */
export type Received = {
  readonly body: string;
  readonly signature: string;
  readonly json: JsonObject;
};

/** A webhook endpoint with a memory. It answers the handshake with whatever token. */
export type Receiver = AsyncDisposable & {
  readonly url: string;
  readonly received: Received[];
  /** What POSTs are answered with; a GET is the handshake. */
  answers: number | Promise<number> | "never";
  verifies: boolean;
  /** `value`s of field `messages`, in order of arrival. */
  readonly values: () => readonly JsonObject[];
  readonly statuses: () => readonly JsonObject[];
  readonly messages: () => readonly JsonObject[];
};

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    if (request.method === "GET") return shakeHands(receiver, request, response);
    return void read(request).then(async (body) => {
      const signature = String(request.headers["x-hub-signature-256"]);
      if (receiver.answers === "never") return;
      received.push({ body, signature, json: parseObject(body) });
      response.statusCode = await receiver.answers;
      response.end("ok");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const values = () => received.flatMap((it) => valuesOf(it.json));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/webhook`,
    received,
    answers: 200,
    verifies: true,
    values,
    statuses: () => values().flatMap((value) => objectsAt(value, "statuses")),
    messages: () => values().flatMap((value) => objectsAt(value, "messages")),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}

function shakeHands(receiver: Receiver, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? "/", "http://receiver");
  response.statusCode = receiver.verifies ? 200 : 403;
  response.end(receiver.verifies ? url.searchParams.get("hub.challenge") : "no");
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

function valuesOf(json: JsonObject): readonly JsonObject[] {
  return objectsAt(json, "entry")
    .flatMap((entry) => objectsAt(entry, "changes"))
    .map((change) => ({ field: textAt(change, "field"), ...objectAt(change, "value") }));
}
