import type { OwnProblem } from "@galka/core/campaigns/after-failure";
import type { StatusReport } from "@galka/postgres/stores/receiving/message-statuses";

const PROBLEM: OwnProblem = "stopped";

const STOPPED = {
  code: null,
  problem: PROBLEM,
  title: "Stopped",
  explanation: {
    en: "The campaign was stopped before this was sent.",
    ru: "Рассылку остановили раньше, чем сообщение ушло.",
  },
  advice: {
    en: "It is not sent any more. Whoever is to have it is written to by another campaign.",
    ru: "Оно уже не уйдёт. Кому оно нужно, тем можно написать другой рассылкой.",
  },
  raw: null,
};

/** A message that was not sent because its campaign was stopped. */
export function failedAsStopped(messageId: string, now: Date): StatusReport {
  return { messageId, status: "failed", at: now, failure: STOPPED };
}
