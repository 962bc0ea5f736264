/** Meta's words in the two languages of the house. */
export type WordsJson = { readonly en: string; readonly ru: string };

/** Which rule of Meta's causes an error, and what to do about it. */
export type ExplanationJson = {
  readonly code: number;
  /** `null`: it is about every subcode that has no explanation of its own. */
  readonly subcode: number | null;
  /** As the answer to the call, as a failed status in a webhook, or either way. */
  readonly arrives: "answer" | "status" | "both";
  readonly title: string;
  readonly why: WordsJson;
  readonly remedy: WordsJson;
  /** Meta's page that says so. */
  readonly source: string;
};

/** A Graph call that was made. Tokens and secrets are not in it. */
export type RequestJson = {
  readonly id: string;
  readonly at: string;
  readonly method: string;
  readonly path: string;
  /** With its question mark; empty when there was none. */
  readonly query: string;
  /** `null`: the caller got no answer. */
  readonly status: number | null;
  readonly code: number | null;
  readonly subcode: number | null;
  readonly durationMs: number;
  readonly phoneNumberId: string | null;
  /** Digits or BSUID of the person that a send was for. */
  readonly to: string | null;
  readonly personId: string | null;
  readonly wamid: string | null;
  /** The last four characters of the token. */
  readonly tokenEnd: string | null;
  /** The call that this one repeats. */
  readonly replayOf: string | null;
};

export type RequestDetailJson = RequestJson & {
  readonly contentType: string | null;
  /** `null`: there was none, or it is no text, or longer than 16 KB. */
  readonly body: string | null;
  readonly bodySize: number;
  readonly answer: string | null;
  /** Present when the answer is an error. */
  readonly explanation: ExplanationJson | null;
};

/** Filters; all are optional query parameters. */
export type RequestFilter = {
  /** Anywhere in path, query, body or answer. */
  readonly text?: string;
  readonly method?: string;
  /** Part of the path. */
  readonly path?: string;
  /** `400`, `4xx`, or `none`. */
  readonly status?: string;
  readonly code?: number;
  readonly phoneNumberId?: string;
  readonly to?: string;
  readonly wamid?: string;
  /** ISO 8601, on the emulator's clock. */
  readonly since?: string;
  readonly until?: string;
  readonly after?: string;
  readonly limit?: number;
};

/** Filters of the delivery log. */
export type DeliveryFilter = {
  readonly state?: "waiting" | "delivered" | "given-up";
  /** Anywhere in the body or the URL. */
  readonly text?: string;
  readonly field?: string;
  readonly since?: string;
  readonly until?: string;
  readonly after?: string;
  readonly limit?: number;
};
