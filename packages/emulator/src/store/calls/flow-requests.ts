import { int, text } from "../row.ts";
import type { Database } from "../sqlite.ts";

/** Requests to the endpoints of flows, by what came of them. */
export const FLOW_REQUESTS_SCHEMA = `
create table if not exists flow_requests (
  id integer primary key, flow_id text not null, at integer not null, outcome text not null,
  latency_ms integer not null, count integer not null
);
create index if not exists flow_requests_by_flow on flow_requests (flow_id, at);
`;

/** What came of a request: `succeeded`, Meta's word for the error, or that the phone could not use the answer. */
export const FLOW_OUTCOMES = [
  "succeeded",
  "timeout_error",
  "http_error",
  "cannot_be_served",
  "unexpected_http_status_code",
  "invalid_response",
  "client_error",
] as const;

export type FlowOutcome = (typeof FLOW_OUTCOMES)[number];

/** Some requests to a flow's endpoint that ended alike. */
export type FlowRequests = {
  readonly at: number;
  readonly outcome: FlowOutcome;
  readonly latencyMs: number;
  readonly count: number;
};

export function insertFlowRequests(db: Database, flowId: string, requests: FlowRequests): void {
  db.run(
    "insert into flow_requests (flow_id, at, outcome, latency_ms, count) values (?, ?, ?, ?, ?)",
    flowId,
    requests.at,
    requests.outcome,
    requests.latencyMs,
    requests.count,
  );
}

/** In order of time. */
export function listFlowRequests(db: Database, flowId: string): readonly FlowRequests[] {
  const sql = "select * from flow_requests where flow_id = ? order by at, id";
  return db.all(sql, flowId).map((row) => ({
    at: int(row, "at"),
    outcome: FLOW_OUTCOMES.find((it) => it === text(row, "outcome")) ?? "succeeded",
    latencyMs: int(row, "latency_ms"),
    count: int(row, "count"),
  }));
}
