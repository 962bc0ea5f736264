import { Pool } from "undici";
import { CONNECTIONS, type LoadResult, type SignedBody } from "./webhook-load.ts";

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
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: CONNECTIONS });
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
      answers.push(
        post(pool, pathname, body).finally(() => latencies.push(performance.now() - dueMs)),
      );
    }
    await new Promise((done) => void setTimeout(done, TICK_MS));
  }
  const statuses = await Promise.all(answers);
  const tookSeconds = (performance.now() - startedMs) / 1000;
  await pool.close();
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
async function post(pool: Pool, path: string, { body, signature }: SignedBody): Promise<number> {
  const headers = { "content-type": "application/json", "x-hub-signature-256": signature };
  try {
    const answer = await pool.request({ path, method: "POST", headers, body });
    await answer.body.dump();
    return answer.statusCode;
  } catch {
    return 0;
  }
}
