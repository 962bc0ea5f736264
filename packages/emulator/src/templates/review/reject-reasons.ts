/**
 * Why a template is rejected.
 *
 * Meta: docs/…/webhooks/reference/message_template_status_update, read 2026-11.
 * `CATEGORY_NOT_AVAILABLE` is not given any more.
 */
export const REJECT_REASONS = [
  "ABUSIVE_CONTENT",
  "INCORRECT_CATEGORY",
  "INVALID_FORMAT",
  "PROMOTIONAL",
  "SCAM",
  "TAG_CONTENT_MISMATCH",
] as const;

export type RejectReason = (typeof REJECT_REASONS)[number];

export type Rejection = {
  readonly reason: RejectReason;
  readonly explanation: string;
  readonly recommendation: string;
};

const WORDS: Readonly<Record<RejectReason, Omit<Rejection, "reason">>> = {
  ABUSIVE_CONTENT: {
    explanation: "Your template has abusive or threatening content.",
    recommendation: "Remove it.",
  },
  INCORRECT_CATEGORY: {
    explanation: "What your template says does not belong into its category.",
    recommendation: "Choose the category that fits, or change the text.",
  },
  INVALID_FORMAT: {
    explanation: "Your template has variables or a form that cannot be used.",
    recommendation: "Check the variables and their examples, and submit it again.",
  },
  PROMOTIONAL: {
    explanation: "Your template promotes something that WhatsApp does not allow.",
    recommendation: "Read the commerce policy and change the text.",
  },
  SCAM: {
    explanation: "Your template asks for sensitive data or looks like a fraud.",
    recommendation: "Do not ask for card numbers, passwords or fees.",
  },
  TAG_CONTENT_MISMATCH: {
    explanation: "The language of the text is not the language of the template.",
    recommendation: "Choose the language in which the text is written.",
  },
};

/** The reason with words of explanation, unless the reviewer has better ones. */
export function rejection(reason: RejectReason, words: Partial<Rejection> = {}): Rejection {
  return { ...WORDS[reason], ...words, reason };
}
