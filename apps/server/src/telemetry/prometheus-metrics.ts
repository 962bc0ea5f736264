import { Counter, Histogram, Registry, collectDefaultMetrics } from "prom-client";
import type { MetricCounter, MetricTimer, Metrics } from "./metrics.ts";

/** Metrics as Prometheus reads them. */
export type PrometheusMetrics = Metrics & {
  read(): Promise<{ readonly contentType: string; readonly text: string }>;
};

const COUNTERS = {
  webhooks_accepted: { help: "Webhooks stored and answered with 200.", labels: [] },
  webhooks_refused: { help: "Webhooks refused, by reason.", labels: ["reason"] },
  webhook_members_applied: { help: "Members of webhooks that were applied.", labels: [] },
  pushes: { help: "Notifications handed to push services.", labels: ["outcome"] },
  webhook_members_parked: { help: "Members of webhooks that were parked.", labels: [] },
  sends_settled: { help: "Sends that came to an end, by outcome.", labels: ["outcome"] },
  files_fetched: { help: "Files fetched from channels, by outcome.", labels: ["outcome"] },
  http_requests: { help: "Requests answered, by route and status.", labels: ["route", "status"] },
  faults: { help: "Exceptions that reached a boundary, by boundary.", labels: ["where"] },
} as const satisfies Record<MetricCounter, { help: string; labels: readonly string[] }>;

const TIMERS = {
  webhook_commit: "Time to store a webhook.",
  apply_batch: "Time to apply a batch of webhooks.",
  send_attempt: "Time of one attempt to send.",
  http_request: "Time to answer a request.",
} as const satisfies Record<MetricTimer, string>;

const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function prometheusMetrics(): PrometheusMetrics {
  const registers = [new Registry()];
  for (const register of registers) collectDefaultMetrics({ register, prefix: "galka_" });
  const counters = new Map<MetricCounter, Counter>();
  const timers = new Map<MetricTimer, Histogram>();

  function counterOf(name: MetricCounter): Counter {
    const { help, labels } = COUNTERS[name];
    const known =
      counters.get(name) ??
      new Counter({ name: `galka_${name}_total`, help, labelNames: [...labels], registers });
    counters.set(name, known);
    return known;
  }

  function timerOf(name: MetricTimer): Histogram {
    const known =
      timers.get(name) ??
      new Histogram({
        name: `galka_${name}_seconds`,
        help: TIMERS[name],
        buckets: BUCKETS,
        registers,
      });
    timers.set(name, known);
    return known;
  }

  return {
    count(name, labels = {}, by = 1) {
      // A label that the table does not know would throw in the middle of somebody's work.
      const known: readonly string[] = COUNTERS[name].labels;
      const kept = Object.entries(labels).filter(([label]) => known.includes(label));
      counterOf(name).inc(Object.fromEntries(kept), by);
    },
    time(name, seconds) {
      timerOf(name).observe(seconds);
    },
    async read() {
      const [register] = registers;
      return { contentType: register?.contentType ?? "", text: (await register?.metrics()) ?? "" };
    },
  };
}
