import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { cloudApi } from "../cloud-api.ts";
import type { CloudApiOptions } from "../options.ts";

/** A request as it arrived. */
export type Arrived = {
  readonly method: string;
  readonly path: string;
  readonly query: { readonly [name: string]: string };
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
  readonly json: unknown;
};

/** What the fake answers: JSON with a status, or whatever a function does with the socket. */
export type Answer =
  | { readonly status?: number; readonly json: unknown }
  | { readonly status?: number; readonly text: string }
  | ((response: ServerResponse, arrived: Arrived) => void);

/**
 * A server on this machine that remembers what it was asked and answers as told, in turn; the
 * last answer is repeated.
 */
export async function fakeGraph(...answers: readonly Answer[]) {
  const arrived: Arrived[] = [];
  const server = createServer((request, response) => {
    void arrive(request).then((one) => {
      arrived.push(one);
      reply(response, one, answers[Math.min(arrived.length, answers.length) - 1]);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The fake has no port.");
  const baseUrl = `http://127.0.0.1:${address.port}`;

  return {
    baseUrl,
    arrived,
    api: (options: Partial<CloudApiOptions> = {}) =>
      cloudApi({ token: "fake-token", baseUrl, ...options }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

async function arrive(request: IncomingMessage): Promise<Arrived> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const body = Buffer.concat(chunks);
  const url = new URL(request.url ?? "/", "http://fake");
  const isJson = request.headers["content-type"] === "application/json";
  return {
    method: request.method ?? "",
    path: decodeURIComponent(url.pathname),
    query: Object.fromEntries(url.searchParams),
    headers: request.headers,
    body,
    json: isJson ? JSON.parse(body.toString("utf8")) : null,
  };
}

function reply(response: ServerResponse, arrived: Arrived, answer: Answer | undefined): void {
  if (answer === undefined) throw new Error("The fake was not told what to answer.");
  if (typeof answer === "function") {
    answer(response, arrived);
    return;
  }
  response.statusCode = answer.status ?? 200;
  response.end("json" in answer ? JSON.stringify(answer.json) : answer.text);
}
