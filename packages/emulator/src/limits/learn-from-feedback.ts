import type { Feedback } from "../store/feedback.ts";
import { deleteMarketingStop, saveMarketingStop } from "../store/limits/marketing.ts";
import type { Person } from "../store/people.ts";
import { queueUpdate } from "../webhooks/queue-update.ts";
import type { World } from "../world.ts";
import { contactOf } from "../world/identity.ts";
import { judge } from "./judge-quality.ts";
import { tally } from "./rate-subject.ts";

/** What Meta makes of something that a person let it know about a business. */
export function learnFromFeedback(
  world: World,
  person: Person,
  feedback: Omit<Feedback, "id">,
): void {
  switch (feedback.kind) {
    case "block":
      lowerQuality(world, feedback, "blocked");
      return;
    case "report":
      lowerQuality(world, feedback, "reported");
      return;
    case "marketing-stop":
      saveMarketingStop(world.db, feedback.phoneNumberId, person.id, feedback.at);
      tellPreference(world, person, feedback, "stop");
      return;
    case "marketing-resume":
      deleteMarketingStop(world.db, feedback.phoneNumberId, person.id);
      tellPreference(world, person, feedback, "resume");
      return;
    case "unblock":
      return;
  }
}

function lowerQuality(
  world: World,
  feedback: Omit<Feedback, "id">,
  column: "blocked" | "reported",
): void {
  if (world.settings().quality !== "by-feedback") return;
  const number = `number ${feedback.phoneNumberId}` as const;
  tally(world, number, column);
  judge(world, number);
  if (feedback.templateId === null) return;
  const template = `template ${feedback.templateId}` as const;
  tally(world, template, column);
  judge(world, template);
}

function tellPreference(
  world: World,
  person: Person,
  feedback: Omit<Feedback, "id">,
  value: "stop" | "resume",
): void {
  const number = world.kinds.numbers.find(feedback.phoneNumberId);
  if (number === null) return;
  const waId = person.phoneHidden ? {} : { wa_id: person.waId };
  queueUpdate(world, {
    wabaId: number.wabaId,
    phoneNumberId: number.id,
    field: "user_preferences",
    kind: "other",
    about: person.id,
    to: [person.waId, person.bsuid],
    value: {
      messaging_product: "whatsapp",
      metadata: { display_phone_number: number.waId, phone_number_id: number.id },
      contacts: [contactOf(person)],
      user_preferences: [
        {
          ...waId,
          user_id: person.bsuid,
          detail: `User requested to ${value} marketing messages`,
          category: "marketing_messages",
          value,
          timestamp: Math.floor(world.clock.now() / 1000),
        },
      ],
    },
  });
}
