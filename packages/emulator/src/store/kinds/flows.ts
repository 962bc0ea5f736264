import { z } from "zod";
import { FLOW_ALERTS } from "../../flows/flow-alerts.ts";
import { Documents } from "../documents.ts";
import type { Database } from "../sqlite.ts";

/**
 * Where a flow is in its life.
 *
 * `DRAFT` can be changed and deleted; `PUBLISHED` can be sent and not changed
 * any more; `DEPRECATED` is out of use. Meta makes it `THROTTLED` (ten messages
 * an hour) or `BLOCKED` (none) when its endpoint does badly.
 */
export const FLOW_STATUSES = ["DRAFT", "PUBLISHED", "DEPRECATED", "BLOCKED", "THROTTLED"] as const;

const validationError = z.object({
  error: z.string(),
  error_type: z.string(),
  message: z.string(),
  line_start: z.number(),
  line_end: z.number(),
  column_start: z.number(),
  column_end: z.number(),
  pointers: z.array(
    z.object({
      line_start: z.number(),
      line_end: z.number(),
      column_start: z.number(),
      column_end: z.number(),
      path: z.string(),
    }),
  ),
});

const flow = z.object({
  id: z.string(),
  wabaId: z.string(),
  name: z.string(),
  categories: z.array(z.string()),
  status: z.enum(FLOW_STATUSES),
  /** The file as it was uploaded. */
  json: z.string(),
  validationErrors: z.array(validationError),
  endpointUri: z.string().nullable(),
  applicationId: z.string().nullable(),
  /** Grows when the old preview is to stop working. */
  previewCount: z.number(),
  previewExpiresAt: z.number().nullable(),
  createdAt: z.number(),
  updatedAt: z.number(),
  /** Instants of its messages while it is throttled. */
  recentSends: z.array(z.number()),
  /** What the business was told to be wrong with its endpoint, and not yet to be well again. */
  alerts: z.array(z.enum(FLOW_ALERTS)).default([]),
});

export type Flow = z.infer<typeof flow>;
export type FlowStatus = Flow["status"];
/** What is wrong with a Flow JSON, and where in its text. */
export type FlowValidationError = z.infer<typeof validationError>;

/** What is known about flows. */
export function openFlowKinds(database: Database) {
  return { flows: new Documents(database, "flow", flow) };
}
