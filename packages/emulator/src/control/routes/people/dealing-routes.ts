import { z } from "zod";
import { isHeldByAgent, writeAsAgent } from "../../../agents/business-agent.ts";
import { GraphError } from "../../../graph/error.ts";
import { presentMessage } from "../../../people/chat-view.ts";
import { orderOf, pay } from "../../../people/occasions/pay.ts";
import { numberOf } from "../../../people/reach-business.ts";
import { type ControlCall, ControlRefusal, type ControlRoute } from "../../route.ts";
import { loadChatId, loadMessage, loadPerson } from "../load.ts";

const paymentRequest = z.strictObject({ status: z.enum(["pending", "captured", "failed"]) });
const agentReply = z.strictObject({ body: z.string().min(1).max(4096) });

/** What a person pays, and what Meta's agent says to them. */
export const dealingRoutes: readonly ControlRoute[] = [
  {
    method: "POST",
    path: "/people/{person}/messages/{message}/payment",
    summary: "The person's payment of an order is pending, captured or failed",
    body: paymentRequest,
    answer: "ChatMessageJson",
    handle: payOrder,
  },
  {
    method: "POST",
    path: "/people/{person}/chats/{chat}/agent-reply",
    summary: "Meta's agent writes to a person whose conversation it holds",
    body: agentReply,
    answer: "OkJson",
    handle: replyAsAgent,
  },
];

function payOrder(call: ControlCall) {
  const { world } = call;
  const person = loadPerson(call);
  const bubble = loadMessage(call, person);
  const reference = orderOf(world, bubble);
  const number = numberOf(world, bubble.chatId);
  if (reference === null || number === null) {
    throw new ControlRefusal(
      "bad-request",
      "The message asks for no payment. Take one of the type order_details.",
    );
  }
  const { status } = paymentRequest.parse(call.body);
  if (!pay(world, person, number, { wamid: bubble.wamid, reference, status })) {
    throw new ControlRefusal("bad-request", "The order is paid already. Send another one.");
  }
  return presentMessage(world, bubble);
}

function replyAsAgent(call: ControlCall) {
  const { world } = call;
  const person = loadPerson(call);
  const number = numberOf(world, loadChatId(call, person));
  if (number === null || !isHeldByAgent(world, number.id, person.id)) {
    throw new ControlRefusal(
      "bad-request",
      'The agent does not hold this conversation. Let {"happens":"agent-on"} happen to the number, and the business be quiet for 24 hours.',
    );
  }
  const { body } = agentReply.parse(call.body);
  try {
    writeAsAgent(world, number, person, body);
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    throw new ControlRefusal("bad-request", `Meta would not take it: ${error.message}`);
  }
  return { ok: true };
}
