import { type Answer, type Call, callNumber, type GraphRoute } from "../../graph/call.ts";
import { acceptSend } from "../../sending/accept-send.ts";

/**
 * Sends a marketing template with Meta's own optimization of who gets it when.
 *
 * Meta: docs/…/marketing-messages/send-marketing-messages, read 2026-11.
 */
export const marketingMessagesRoutes: readonly GraphRoute[] = [
  { node: "number", edge: "marketing_messages", methods: ["POST"], scope: "messaging", handle },
];

function handle(call: Call): Answer {
  const sent = acceptSend(call.world, callNumber(call), call.params, "marketing_messages");
  return { body: sent.answer, wamid: sent.wamid };
}
