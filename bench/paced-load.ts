import { Agent, request } from "node:http";
import type { LoadResult, SignedBody } from "./webhook-load.ts";

const TICK_MS = 2;

/**
 * Posts `rate` bodies a second for `seconds`, whether the answers come or not.
 *
 * Each is timed from the moment at which it was due, so that a server that holds
 * everything up for a second does not look quick for not having been asked meanwhile.
 */
export async function postAtRate(
  url: string,
  bodies: readonly SignedBody[],
  seconds: number,
  rate: number,
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const startedMs = performance.now();
  const total = Math.floor(rate * seconds);
  const answers: Promise<number>[] = [];
  const latencies: number[] = [];
  while (answers.length < total) {
    const due = Math.min(total, Math.floor(((performance.now() - startedMs) / 1000) * rate));
    while (answers.length < due) {
      const dueMs = startedMs + (answers.length / rate) * 1000;
      const body = bodies[answers.length % bodies.length];
      if (!body) throw new Error("There is nothing to post.");
      answers.push(post(agent, url, body).finally(() => latencies.push(performance.now() - dueMs)));
    }
    await new Promise((done) => void setTimeout(done, TICK_MS));
  }
  const statuses = await Promise.all(answers);
  const tookSeconds = (performance.now() - startedMs) / 1000;
  agent.destroy();
  latencies.sort((one, other) => one - other);
  const accepted = statuses.filter((status) => status >= 200 && status < 300).length;
  return {
    perSecond: accepted / tookSeconds,
    p50Ms: latencies[Math.floor(latencies.length * 0.5)] ?? 0,
    p99Ms: latencies[Math.floor(latencies.length * 0.99)] ?? 0,
    accepted,
    refused: total - accepted,
  };
}

/** The status of the answer; 0 when there was none. */
function post(agent: Agent, url: string, { body, signature }: SignedBody): Promise<number> {
  return new Promise((done) => {
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      "x-hub-signature-256": signature,
    };
    const sending = request(url, { agent, method: "POST", headers }, (answer) => {
      answer.resume();
      answer.on("end", () => done(answer.statusCode ?? 0));
      answer.on("error", () => done(0));
    });
    sending.on("error", () => done(0));
    sending.end(body);
  });
}
