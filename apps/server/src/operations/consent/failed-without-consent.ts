import type { StatusReport } from "@galka/postgres/stores/receiving/message-statuses";

/** A message that was not sent because its person does not agree to it any more. */
export function failedWithoutConsent(messageId: string, now: Date): StatusReport {
  return { messageId, status: "failed", at: now, failure: NO_CONSENT };
}

const NO_CONSENT = {
  code: null,
  title: "No consent",
  explanation: {
    en: "The contact took their consent back before this was sent.",
    ru: "Контакт отозвал согласие раньше, чем сообщение ушло.",
  },
  advice: {
    en: "Do not send it again. The contact's consent says what they agree to.",
    ru: "Не отправляйте его снова. На что контакт согласен, показывает его карточка.",
  },
  raw: null,
};
