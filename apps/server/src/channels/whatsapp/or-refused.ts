import { CloudApiError, TransportError } from "@galka/cloud-api";
import type { AccountRefused } from "../accounts.ts";
import { failureOfError } from "./failure-from-meta.ts";

/** Foreign errors become refusals here, once. What is no answer of Meta's about us is a refusal too: nothing was connected. */
export async function orRefused<T>(work: () => Promise<T>): Promise<T | AccountRefused> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CloudApiError) return refusalOf(error);
    if (error instanceof TransportError)
      return { refused: "meta-unreachable", reason: error.message };
    // A token with a line break in it: the client refuses to send it.
    if (error instanceof TypeError) return { refused: "token-invalid", reason: error.message };
    throw error;
  }
}

function refusalOf(error: CloudApiError): AccountRefused {
  const { code, message: reason } = error;
  if (code === 190 || code === 0) return { refused: "token-invalid", reason };
  // Meta: 100 for what does not exist or is not shown, 10 and 200 to 299 for permissions, docs/…/error-codes, read 2026-11.
  const isHidden = code === 100 || code === 10 || (code >= 200 && code < 300);
  if (isHidden) return { refused: "number-unreachable", reason };
  const { explanation, advice } = failureOfError(error);
  return { refused: "meta-refused", reason, explanation, advice };
}
