/** What a person lets Meta know about a business. */
export type ReportRequest = {
  /** What the person chose, in Meta's words; `null` when they gave none. */
  readonly reason?: string | null;
};

/** One thing that Meta came to know: what quality and limits are made of. */
export type FeedbackJson = {
  readonly id: number;
  readonly kind: "block" | "unblock" | "report" | "marketing-stop" | "marketing-resume";
  readonly personId: string;
  readonly phoneNumberId: string;
  /** The template that the person saw last; `null` when the last message was none. */
  readonly templateId: string | null;
  readonly reason: string | null;
  readonly at: string;
};
