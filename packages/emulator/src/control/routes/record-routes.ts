import { writeDeliveries, writeLedger } from "../../ledger/write-record.ts";
import type { ControlRoute } from "../route.ts";

/** The record of a world as text: the same for the same seed and calls, so two can be compared. */
export const recordRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/ledger/text",
    summary: "The ledger, one send in a line, in canonical JSON",
    answer: "text",
    answerType: "text/plain",
    handle: ({ world }) => Buffer.from(writeLedger(world.db)),
  },
  {
    method: "GET",
    path: "/deliveries/text",
    summary: "Every attempt at a webhook, one in a line, in canonical JSON",
    answer: "text",
    answerType: "text/plain",
    handle: ({ world }) => Buffer.from(writeDeliveries(world.db)),
  },
];
