/**
 * The request got no answer that can be understood.
 *
 * `sent` is what a careful sender needs to know: `"no"` only when provably not a byte of the
 * request left, so it can be repeated at once; `"maybe"` in every other case.
 */
export class TransportError extends Error {
  override readonly name = "TransportError";
  readonly sent: "no" | "maybe";
  /** The HTTP status, when there was an answer that could not be understood. */
  readonly httpStatus: number | null;

  constructor(
    message: string,
    how: {
      readonly sent: "no" | "maybe";
      readonly httpStatus?: number;
      readonly cause?: unknown;
    },
  ) {
    super(message, { cause: how.cause });
    this.sent = how.sent;
    this.httpStatus = how.httpStatus ?? null;
  }
}

/** No name, no listener, no way there, no handshake, no connection in time: nothing was written. */
const BEFORE_THE_FIRST_BYTE: ReadonlySet<string> = new Set([
  "ENOTFOUND",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/**
 * Whether `error`, thrown by `fetch`, proves that nothing of the request was written.
 *
 * Node hides the reason in `cause`, and several attempts (IPv6, then IPv4) in an `AggregateError`
 * whose `errors` must then all prove it: one attempt that may have written is enough to doubt.
 */
export function sentBefore(error: unknown): "no" | "maybe" {
  return proves(error, 0) ? "no" : "maybe";
}

const DEEPEST = 8;

function proves(error: unknown, depth: number): boolean {
  if (!(error instanceof Error) || depth > DEEPEST) return false;

  if (error instanceof AggregateError && error.errors.length > 0) {
    return error.errors.every((one) => proves(one, depth + 1));
  }
  const code = "code" in error ? error.code : undefined;
  if (typeof code === "string" && isBeforeTheFirstByte(code)) return true;
  return proves(error.cause, depth + 1);
}

/**
 * `ERR_SSL_…` other than these can also come in the middle of an established connection.
 */
function isBeforeTheFirstByte(code: string): boolean {
  return BEFORE_THE_FIRST_BYTE.has(code) || HANDSHAKE.has(code);
}

const HANDSHAKE: ReadonlySet<string> = new Set([
  "ERR_SSL_WRONG_VERSION_NUMBER",
  "ERR_SSL_PACKET_LENGTH_TOO_LONG",
  "ERR_SSL_UNSUPPORTED_PROTOCOL",
  "ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION",
  "ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE",
  "ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE",
  "ERR_SSL_TLSV1_ALERT_UNRECOGNIZED_NAME",
  "ERR_SSL_TLSV1_UNRECOGNIZED_NAME",
  "ERR_SSL_NO_PROTOCOLS_AVAILABLE",
]);
