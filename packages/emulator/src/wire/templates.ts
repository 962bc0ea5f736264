/** Why the reviewer rejects a template, in Meta's words. */
export type TemplateRejectReason =
  | "ABUSIVE_CONTENT"
  | "INCORRECT_CATEGORY"
  | "INVALID_FORMAT"
  | "PROMOTIONAL"
  | "SCAM"
  | "TAG_CONTENT_MISMATCH";

/** What the automatic reviewer says of a template, whether or not it decides. */
export type TemplateAdviceJson =
  | { readonly decision: "approve" }
  | { readonly decision: "recategorize"; readonly category: "MARKETING" }
  | {
      readonly decision: "reject";
      readonly reason: TemplateRejectReason;
      readonly explanation: string;
      readonly recommendation: string;
    };

/** A template as the reviewer's desk shows it. */
export type TemplateDeskJson = {
  readonly id: string;
  readonly wabaId: string;
  readonly name: string;
  readonly language: string;
  readonly category: string;
  readonly status: string;
  readonly rejectedReason: string;
  readonly components: readonly unknown[];
  readonly qualityScore: "GREEN" | "YELLOW" | "RED" | "UNKNOWN";
  readonly createdAt: string;
  /** When a pause ends by itself. */
  readonly pausedUntil: string | null;
  /** How often low quality has paused it; the third time disables it. */
  readonly pauseCount: number;
  /** A move to another category that was announced. */
  readonly nextCategory: { readonly category: string; readonly at: string } | null;
  readonly archivedAt: string | null;
  /** Of a template that waits for a decision; `null` for others. */
  readonly advice: TemplateAdviceJson | null;
};

/** What a person at the desk does with a template. */
export type TemplateDecision =
  | {
      readonly decision:
        | "approve"
        | "pause"
        | "unpause"
        | "disable"
        | "flag"
        | "appeal"
        | "archive"
        | "unarchive";
    }
  | {
      readonly decision: "reject";
      readonly reason?: TemplateRejectReason;
      /** What is wrong; told to the business for INVALID_FORMAT only. */
      readonly explanation?: string;
      readonly recommendation?: string;
    }
  | {
      readonly decision: "recategorize";
      readonly category: "MARKETING" | "UTILITY";
      /** `month`: announced, and done on the first of a month. At once when absent. */
      readonly notice?: "none" | "month";
    }
  | { readonly decision: "quality"; readonly score: "GREEN" | "YELLOW" | "RED" | "UNKNOWN" };
