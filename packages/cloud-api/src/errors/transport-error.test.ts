import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { sentBefore } from "./transport-error.ts";

describe("sentBefore", () => {
  for (const code of [
    "ENOTFOUND",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "UND_ERR_CONNECT_TIMEOUT",
    "CERT_HAS_EXPIRED",
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "ERR_TLS_CERT_ALTNAME_INVALID",
    "ERR_SSL_WRONG_VERSION_NUMBER",
  ]) {
    check(`is no after ${code}`, fetchFailed(coded(code)), "no");
  }
  for (const code of [
    "ECONNRESET",
    "EPIPE",
    "ETIMEDOUT",
    "EHOSTUNREACH",
    "UND_ERR_SOCKET",
    "UND_ERR_HEADERS_TIMEOUT",
    "UND_ERR_BODY_TIMEOUT",
    "ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC",
  ]) {
    check(`is maybe after ${code}`, fetchFailed(coded(code)), "maybe");
  }
  check("is maybe for a bare error", new Error("?"), "maybe");
  check("is maybe for what is no error", "ECONNREFUSED", "maybe");
  check("is maybe after a timeout", new DOMException("late", "TimeoutError"), "maybe");
  check(
    "is no when every attempt was refused",
    fetchFailed(new AggregateError([coded("ECONNREFUSED"), coded("ECONNREFUSED")])),
    "no",
  );
  check(
    "is maybe when one attempt may have written",
    fetchFailed(new AggregateError([coded("ECONNREFUSED"), coded("ECONNRESET")])),
    "maybe",
  );
  check("is maybe for attempts without errors", fetchFailed(new AggregateError([])), "maybe");

  it("ends on an error that is its own cause", () => {
    const error = new Error("round");
    error.cause = error;
    assert.equal(sentBefore(error), "maybe");
  });

  function check(name: string, error: unknown, sent: "no" | "maybe") {
    it(name, () => assert.equal(sentBefore(error), sent));
  }
});

function coded(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function fetchFailed(cause: Error): Error {
  return new TypeError("fetch failed", { cause });
}
