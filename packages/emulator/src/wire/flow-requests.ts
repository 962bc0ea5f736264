/** Requests to a flow's endpoint, written down by the control API: its metrics are made of them. */
export type NewFlowRequests = {
  /** How many ended alike; 1 when absent. */
  readonly count?: number;
  /** `succeeded` when absent. */
  readonly outcome?:
    | "succeeded"
    | "timeout_error"
    | "http_error"
    | "cannot_be_served"
    | "unexpected_http_status_code"
    | "invalid_response"
    | "client_error";
  readonly latencyMs?: number;
  readonly at?: string;
};
