import { z } from "zod";
import { iso, presentChat } from "../../people/chat-view.ts";
import { reportBusiness, resumeMarketing, stopMarketing } from "../../people/give-feedback.ts";
import { numberOf } from "../../people/reach-business.ts";
import { listFeedback } from "../../store/feedback.ts";
import type { BusinessNumber } from "../../store/kinds.ts";
import type { Person } from "../../store/people.ts";
import { loadChatId, loadPerson } from "./load.ts";
import { type ControlCall, ControlRefusal, type ControlRoute } from "../route.ts";

const reportRequest = z.strictObject({
  reason: z.string().min(1).max(200).nullable().default(null),
});

const CHAT = "/people/{person}/chats/{chat}";

/** What people let Meta know about a business; blocking is beside the other things of a chat. */
export const feedbackRoutes: readonly ControlRoute[] = [
  {
    method: "POST",
    path: `${CHAT}/report`,
    summary: "The person reports the business",
    body: reportRequest,
    answer: "ChatJson",
    handle: (call) => {
      const { reason } = reportRequest.parse(call.body);
      return onBusiness(call, (person, number) =>
        reportBusiness(call.world, person, number, reason),
      );
    },
  },
  {
    method: "DELETE",
    path: `${CHAT}/marketing`,
    summary: "The person wants no more marketing messages of the business",
    answer: "ChatJson",
    handle: (call) =>
      onBusiness(call, (person, number) => stopMarketing(call.world, person, number)),
  },
  {
    method: "PUT",
    path: `${CHAT}/marketing`,
    summary: "The person wants marketing messages of the business again",
    answer: "ChatJson",
    handle: (call) =>
      onBusiness(call, (person, number) => resumeMarketing(call.world, person, number)),
  },
  {
    method: "GET",
    path: "/feedback",
    summary: "Blocks, reports and marketing choices, in order",
    query: ["phoneNumberId", "templateId"],
    answer: "ListJson<FeedbackJson>",
    handle: list,
  },
];

function onBusiness(call: ControlCall, act: (person: Person, number: BusinessNumber) => void) {
  const person = loadPerson(call);
  const chatId = loadChatId(call, person);
  const number = numberOf(call.world, chatId);
  if (number === null) {
    throw new ControlRefusal(
      "bad-request",
      "Only a business can be reported, and only a business sends marketing messages. Name the chat with a number.",
    );
  }
  act(person, number);
  return presentChat(call.world, person.id, chatId);
}

function list({ world, query }: ControlCall) {
  const { phoneNumberId, templateId } = query;
  const found = listFeedback(world.db, {
    ...(phoneNumberId === undefined ? {} : { phoneNumberId }),
    ...(templateId === undefined ? {} : { templateId }),
  });
  return { data: found.map((it) => ({ ...it, at: iso(it.at) })), next: null };
}
