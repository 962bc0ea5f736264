import { z } from "zod";
import { Documents } from "../documents.ts";
import type { Database } from "../sqlite.ts";

/** A number whose conversations Meta's own agent answers; one without it has no document. */
const businessAgent = z.object({ phoneNumberId: z.string() });

/** A conversation that the business took from the agent, and when it wrote there last. */
const takenThread = z.object({ phoneNumberId: z.string(), personId: z.string(), at: z.number() });

/** A message that the agent sent. */
const agentSend = z.object({ wamid: z.string() });

/** How far the payment of an order is. */
const payment = z.object({
  wamid: z.string(),
  status: z.enum(["pending", "captured", "failed"]),
});

export type PaymentStatus = z.infer<typeof payment>["status"];

/** What others than the business and the person do in their conversation. */
export function openAgentKinds(database: Database) {
  return {
    businessAgents: new Documents(database, "business-agent", businessAgent),
    takenThreads: new Documents(database, "taken-thread", takenThread),
    agentSends: new Documents(database, "agent-send", agentSend),
    payments: new Documents(database, "payment", payment),
  };
}
