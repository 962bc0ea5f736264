import { compact, type JsonObject } from "../json.ts";

/** What makes one error answer differ from another. */
export type GraphProblem = {
  readonly code: number;
  readonly status?: number;
  readonly type?: string;
  readonly subcode?: number;
  /** Replaces the catalogue's words after `(#code)`. */
  readonly title?: string;
  /** The whole message, for the few that do not begin with `(#code)`. */
  readonly message?: string;
  /** `error_data.details` of messaging errors. */
  readonly details?: string;
  readonly userTitle?: string;
  readonly userMessage?: string;
  readonly data?: JsonObject;
  readonly authenticate?: string;
};

/**
 * Titles and HTTP statuses of the errors that the emulator gives.
 * Meta: "Error codes", docs/…/whatsapp/support/error-codes, read 2026-11.
 */
const CATALOGUE: Readonly<Record<number, readonly [title: string, status: number]>> = {
  1: ["An unknown error occurred", 500],
  2: ["Service temporarily unavailable", 503],
  4: ["Application request limit reached", 400],
  10: ["Application does not have permission for this action", 403],
  33: ["Parameter value is not valid", 400],
  100: ["Invalid parameter", 400],
  190: ["Invalid OAuth access token", 401],
  200: ["Permissions error", 403],
  368: ["Temporarily blocked for policies violations", 403],
  2200: ["Callback verification failed", 400],
  80007: ["Rate limit issues", 400],
  80008: ["Rate limit issues", 400],
  130429: ["Rate limit hit", 400],
  130472: ["User's number is part of an experiment", 400],
  130497: ["Business account is restricted from messaging users in this country.", 403],
  131000: ["Something went wrong", 500],
  131005: ["Access denied", 403],
  131008: ["Required parameter is missing", 400],
  131009: ["Parameter value is not valid", 400],
  131016: ["Service unavailable", 500],
  131021: ["Recipient cannot be sender", 400],
  131026: ["Message undeliverable", 400],
  131030: ["Recipient phone number not in allowed list", 400],
  131031: ["Business Account locked", 403],
  131037: ["Display name approval needed", 400],
  131042: ["Business eligibility payment issue", 400],
  131045: ["Incorrect certificate", 500],
  131047: ["Re-engagement message", 400],
  131048: ["Spam rate limit hit", 400],
  131049: ["This message was not delivered to maintain healthy ecosystem engagement.", 400],
  131050: ["User has stopped receiving marketing messages", 400],
  131051: ["Unsupported message type", 400],
  131052: ["Media download error", 400],
  131053: ["Media upload error", 400],
  131055: ["Method not allowed", 400],
  131056: ["(Business Account, Consumer Account) pair rate limit hit", 400],
  131057: ["Account in maintenance mode", 500],
  131059: ["Invalid cursor", 400],
  131061: ["Marketing messages endpoint required", 400],
  131062: ["Business-scoped user ID cannot be used for this message", 400],
  132000: ["Number of parameters does not match the expected number of params", 400],
  132001: ["Template name does not exist in the translation", 404],
  132005: ["Translated text too long", 400],
  132007: ["Template format character policy violated", 400],
  132012: ["Parameter format does not match format in the created template", 400],
  132015: ["Template is paused", 400],
  132016: ["Template is disabled", 400],
  132018: ["There was an issue with the parameters in your template", 400],
  132068: ["Flow is blocked", 400],
  132069: ["Flow is throttled", 400],
  134100: ["Only marketing messages are supported", 400],
  134101: ["Template is still being synced", 400],
  134102: ["Template is unavailable for use", 500],
  134103: ["Marketing message cannot be sent", 400],
  133004: ["Server temporarily unavailable", 503],
  133005: ["Two step verification PIN mismatch", 400],
  133006: ["Phone number re-verification needed", 400],
  133008: ["Too many two step verification PIN guesses", 400],
  133009: ["Two step verification PIN guessed too fast", 400],
  133010: ["Phone number not registered", 400],
  133015: ["Please wait a few minutes before attempting to register this phone number", 400],
  133016: ["Account register deregister rate limit exceeded", 400],
  135000: ["Generic user error", 400],
  136024: ["Request code error", 400],
  136025: ["Verify code error", 400],
  137000: ["Recipient identity key hash mismatch", 400],
  139000: ["Blocked due to integrity", 400],
  131215: ["Groups not eligible", 400],
  138000: ["Calling not enabled", 401],
  138013: ["Business-initiated calling is not available", 400],
  139100: ["Failed to block/unblock users", 400],
  147001: ["Username is not available", 400],
  147002: ["Phone number is not eligible for a username", 400],
  2593108: ["Sync is not possible outside of the allowed time window", 400],
};

/** Every code that has a title. */
export const KNOWN_CODES: readonly number[] = Object.keys(CATALOGUE).map(Number);

/** The title of `code`, as statuses and errors print it. */
export function errorTitle(code: number): string {
  return CATALOGUE[code]?.[0] ?? "Something went wrong";
}

/** Thrown anywhere below a route: the answer Meta would give instead of a result. */
export class GraphError extends Error {
  override readonly name = "GraphError";
  readonly problem: GraphProblem;

  constructor(problem: GraphProblem) {
    super(messageOf(problem));
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status ?? CATALOGUE[this.problem.code]?.[1] ?? 400;
  }

  /** The error envelope. `data` is shared by all keys that Meta puts into `error_data`. */
  envelope(traceId: string): JsonObject {
    const { problem } = this;
    const data = {
      ...(problem.details === undefined
        ? {}
        : { messaging_product: "whatsapp", details: problem.details }),
      ...problem.data,
    };
    return {
      error: compact({
        message: this.message,
        type: problem.type ?? "OAuthException",
        code: problem.code,
        error_data: Object.keys(data).length === 0 ? undefined : data,
        error_subcode: problem.subcode,
        is_transient: problem.userTitle === undefined ? undefined : false,
        error_user_title: problem.userTitle,
        error_user_msg: problem.userMessage,
        fbtrace_id: traceId,
      }),
    };
  }
}

function messageOf(problem: GraphProblem): string {
  if (problem.message !== undefined) return problem.message;
  return `(#${problem.code}) ${problem.title ?? errorTitle(problem.code)}`;
}

/** `(#100)` with words of its own, which is how Graph speaks of parameters. */
export function invalidParameter(title: string): GraphError {
  return new GraphError({ code: 100, title });
}

/** The object is not there, or not for this token: Graph does not say which. */
export function unknownObject(method: string, id: string): GraphError {
  const verb = method === "GET" ? "get" : method === "DELETE" ? "delete" : "post";
  return new GraphError({
    code: 100,
    subcode: 33,
    status: 400,
    type: "GraphMethodException",
    message: `Unsupported ${verb} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
  });
}
