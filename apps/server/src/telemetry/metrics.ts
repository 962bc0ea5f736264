/** What is counted for the operator; served at /metrics in Prometheus' form. */
export interface Metrics {
  count(name: MetricCounter, labels?: Readonly<Record<string, string>>, by?: number): void;
  /** `seconds` goes into the histogram of that name. */
  time(name: MetricTimer, seconds: number): void;
}

export type MetricCounter =
  | "webhooks_accepted"
  | "webhooks_refused"
  | "webhook_members_applied"
  | "webhook_members_parked"
  | "sends_settled"
  | "files_fetched"
  | "pushes"
  | "http_requests"
  | "faults";

export type MetricTimer = "webhook_commit" | "apply_batch" | "send_attempt" | "http_request";
