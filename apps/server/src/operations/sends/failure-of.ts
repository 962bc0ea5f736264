import type { Failure } from "@galka/core/messages/incoming";
import type { SendOutcome } from "../../channels/gateway.ts";

/** Why a message failed, for people: what the channel said of it, or that it could not be reached for too long. */
export function failureOf(outcome: SendOutcome): Failure | null {
  if (outcome.outcome === "accepted") return null;
  if (outcome.outcome === "rejected") {
    const { detail: _, remedy: __, ...failure } = outcome.failure;
    return failure;
  }
  return {
    code: null,
    title: "Not reached",
    explanation: {
      en: "The channel could not be reached for a whole day, and the message was not sent.",
      ru: "Связаться с каналом не удавалось целые сутки, сообщение не отправлено.",
    },
    advice: {
      en: "Check this server's connection to the internet, then send the message again.",
      ru: "Проверьте связь сервера с интернетом и отправьте сообщение ещё раз.",
    },
    raw: { reason: outcome.reason },
  };
}
