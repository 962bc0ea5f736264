import { CloudApiError, type Remedy, TransportError, explainError } from "@galka/cloud-api";
import type { WebhookError } from "@galka/cloud-api";
import type { Failure } from "@galka/core/messages/incoming";
import { unreachable } from "@galka/core/kernel/unreachable";
import { signOf } from "./sign-from-meta.ts";
import type { GatewayFailure, GatewayRemedy, SendOutcome } from "../gateway.ts";

/** How an attempt ended, from what the client threw. Anything that is not understood is ambiguous. */
export function outcomeOfError(error: unknown): SendOutcome {
  if (error instanceof TransportError) {
    const reason = error.message;
    return error.sent === "no" ? { outcome: "not-sent", reason } : { outcome: "ambiguous", reason };
  }
  if (error instanceof CloudApiError) {
    if (error.accepted === "unknown") return { outcome: "ambiguous", reason: error.message };
    return { outcome: "rejected", failure: failureOfError(error) };
  }
  return { outcome: "ambiguous", reason: error instanceof Error ? error.message : String(error) };
}

export function failureOfError(error: CloudApiError): GatewayFailure {
  const explained = explainError(error.code, error.subcode ?? undefined);
  return {
    code: error.code,
    title: explained.title,
    detail: error.details ?? error.userMessage ?? error.message,
    remedy: remedyOf(error.remedy),
    explanation: explained.explain,
    advice: explained.whatToDo,
    raw: error.raw,
    ...signOf(error.code),
  };
}

/** Why a person could not be blocked although the call went through: it names them among the failed. */
export function failureOfBlock(errors: readonly WebhookError[]): GatewayFailure {
  const [error] = errors;
  const explained = explainError(error?.code ?? 0);
  return {
    code: error?.code ?? null,
    title: error?.title ?? explained.title,
    detail: error?.message ?? null,
    remedy: remedyOf(explained.remedy),
    explanation: explained.explain,
    advice: explained.whatToDo,
    raw: errors,
  };
}

/** Why a message failed after it had been accepted, from its `failed` status. */
export function failureOfStatus(errors: readonly WebhookError[]): Failure | null {
  const [error] = errors;
  if (!error) return null;
  const explained = explainError(error.code);
  return {
    code: error.code,
    title: error.title ?? explained.title,
    explanation: explained.explain,
    advice: explained.whatToDo,
    raw: errors,
    ...signOf(error.code),
  };
}

/** Whether the failure is the number's or the account's. */
export function stopsChannel(errors: readonly WebhookError[]): boolean {
  return errors.some(({ code }) => {
    const { kind } = remedyOf(explainError(code).remedy);
    return kind === "pause-channel" || kind === "pause-everything";
  });
}

// Meta: "User has stopped receiving marketing messages", docs/…/error-codes, read 2026-11.
const STOPPED_MARKETING = 131_050;

/** Whether it failed because the person wants no marketing from this business. */
export function stopsMarketing(errors: readonly WebhookError[]): boolean {
  return errors.some(({ code }) => code === STOPPED_MARKETING);
}

function remedyOf(remedy: Remedy): GatewayRemedy {
  switch (remedy.kind) {
    case "retry-after":
      return { kind: "retry-after", ms: remedy.ms };
    case "wait-for-pair":
    case "slow-down":
    case "pause-template":
    case "pause-everything":
      return { kind: remedy.kind };
    case "pause-number":
      return { kind: "pause-channel" };
    case "never-again-for-purpose":
      return { kind: "never-again" };
    case "spare-person":
    case "give-up-on-person":
    case "use-template":
    case "other-template":
    case "fix-request":
    case "nothing":
      return { kind: "give-up" };
    default:
      return unreachable(remedy);
  }
}
