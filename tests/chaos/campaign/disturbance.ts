import type { ControlClient } from "@galka/emulator";
import { until } from "../../support/until.ts";

/** What goes wrong all along, a little of everything: answers lost, connections reset, webhooks twice and in disorder. */
export async function disturb(emulator: ControlClient, seed: number): Promise<void> {
  const sometimes = (probability: number, n: number) =>
    ({ kind: "probability", probability, seed: seed + n }) as const;
  const messages = { method: "POST", path: "/messages" };
  const requests = [
    [0.002, { kind: "lose-answer" }],
    [0.001, { kind: "reset" }],
    [0.001, { kind: "http", status: 502, body: "<html>Bad gateway</html>" }],
  ] as const;
  for (const [n, [probability, action]] of requests.entries()) {
    const when = sometimes(probability, n);
    await emulator.addFault({ on: "request", match: messages, when, action });
  }
  const webhooks = [
    [0.05, { kind: "duplicate" }],
    [0.05, { kind: "reorder" }],
    [0.02, { kind: "delay", ms: 1_500 }],
  ] as const;
  for (const [n, [probability, action]] of webhooks.entries()) {
    await emulator.addFault({ on: "webhook", when: sometimes(probability, n + 10), action });
  }
}

export type Strikes = {
  readonly rows: readonly (readonly [string, number])[];
  /** How many sends they left in doubt. */
  readonly doubtful: number;
};

/** How often each has struck. */
export async function strikesOf(emulator: ControlClient): Promise<Strikes> {
  const { data } = await until("the faults are to be counted", () => emulator.faults(), 180_000);
  const rows = new Map<string, number>();
  let doubtful = 0;
  for (const { on, action, strikeCount } of data) {
    const name = `${on}: ${action.kind}`;
    rows.set(name, (rows.get(name) ?? 0) + strikeCount);
    if (on === "request" && action.kind !== "graph-error") doubtful += strikeCount;
  }
  return { rows: [...rows], doubtful };
}
