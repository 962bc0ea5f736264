import type { GraphError } from "../wire/error.ts";
import { explainError, findExplanation } from "./explain-error.ts";
import type { Remedy } from "./remedy.ts";

/** Codes after which Meta may have acted all the same. */
const UNDECIDED: ReadonlySet<number> = new Set([1, 2, 131000, 131016]);

/**
 * Meta answered, and the answer was an error. A failure to get an answer is a `TransportError`.
 *
 * `remedy` says what to do next. `accepted` says whether what was asked may have happened: a send
 * with `accepted: "unknown"` must not be repeated without proof that it did not go out.
 */
export class CloudApiError extends Error {
  override readonly name = "CloudApiError";
  readonly code: number;
  readonly subcode: number | null;
  /** `error_data.details`: what exactly Meta objects to. */
  readonly details: string | null;
  /** For people, in the language of the account at Meta. */
  readonly userTitle: string | null;
  readonly userMessage: string | null;
  /** What Meta's support asks for. */
  readonly fbtraceId: string | null;
  readonly httpStatus: number;
  readonly remedy: Remedy;
  readonly accepted: "no" | "unknown";
  /** The `error` object as it came, with what this package does not know of it. */
  readonly raw: unknown;

  constructor(httpStatus: number, error: GraphError, raw: unknown = error) {
    super(messageOf(error));
    this.code = error.code;
    this.subcode = error.error_subcode ?? null;
    this.details = error.error_data?.details ?? null;
    this.userTitle = error.error_user_title ?? null;
    this.userMessage = error.error_user_msg ?? null;
    this.fbtraceId = error.fbtrace_id ?? null;
    this.httpStatus = httpStatus;
    this.remedy = remedyOf(httpStatus, error);
    this.accepted = httpStatus >= 500 || UNDECIDED.has(error.code) ? "unknown" : "no";
    this.raw = raw;
  }
}

function messageOf(error: GraphError): string {
  const details = error.error_data?.details ?? error.error_user_msg;
  return details === undefined ? error.message : `${error.message}: ${details}`;
}

/** A code nobody told us of is judged by the HTTP status and by Meta's word that it will pass. */
function remedyOf(httpStatus: number, error: GraphError): Remedy {
  const known = findExplanation(error.code, error.error_subcode);
  if (known !== null) return known.remedy;

  if (httpStatus === 401) return { kind: "pause-everything" };
  if (httpStatus === 429) return { kind: "slow-down", ms: 60_000 };
  if (error.is_transient === true || httpStatus >= 500) return { kind: "retry-after", ms: 60_000 };
  return explainError(error.code).remedy;
}
