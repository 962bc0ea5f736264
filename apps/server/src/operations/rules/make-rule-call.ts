import { createHmac } from "node:crypto";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { searchableText } from "@galka/core/messages/searchable";
import { inWorkspace } from "@galka/postgres/database";
import {
  type CallOutcome,
  type WaitingCall,
  findWaitingCall,
  saveCallOutcome,
} from "@galka/postgres/stores/rules/rule-calls";
import type { App } from "../../app.ts";
import { type Egress, EgressRefusedError } from "../../egress/egress.ts";
import { secretContext } from "./write-rules.ts";

export type CallToMake = { readonly workspaceId: WorkspaceId; readonly callId: string };

const TIMEOUT_MS = 10_000;

/**
 * Tells the outside what a rule saw, signed, and writes down what came of it.
 *
 * Whoever is told can be told twice: every try carries the same id. Throws when
 * it shall be tried again.
 */
export async function makeRuleCall(
  app: App,
  egress: Pick<Egress, "fetch">,
  { workspaceId, callId }: CallToMake,
  isLastTry: boolean,
): Promise<void> {
  const call = await inWorkspace(app.db, workspaceId, (tx) =>
    findWaitingCall(tx, workspaceId, callId),
  );
  if (!call) return;
  const attempt = await tell(app, egress, call);
  const isOver = attempt.state !== "waiting" || isLastTry;
  const outcome =
    isOver && attempt.state === "waiting" ? ({ ...attempt, state: "failed" } as const) : attempt;
  await inWorkspace(app.db, workspaceId, (tx) =>
    saveCallOutcome(tx, workspaceId, callId, { ...outcome, at: app.clock.now() }),
  );
  if (!isOver) throw new Error(`The call of a rule is tried again: ${attempt.problem ?? ""}`);
}

async function tell(
  app: App,
  egress: Pick<Egress, "fetch">,
  call: WaitingCall,
): Promise<CallOutcome> {
  if (!call.secret) return { state: "failed", statusCode: null, problem: "no-secret" };
  const secret = app.sealer.open(call.secret, secretContext(call.ruleId));
  const body = JSON.stringify(presentCall(call));
  try {
    const answer = await egress.fetch(call.url, {
      method: "POST",
      headers: headersOf(call.id, secret, body, app.clock.now()),
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await answer.body?.cancel();
    const statusCode = answer.status;
    if (answer.ok) return { state: "delivered", statusCode, problem: null };
    // 410: whoever answers so does not want to be told any more.
    const state = statusCode === 410 ? "failed" : "waiting";
    return { state, statusCode, problem: `HTTP ${statusCode}` };
  } catch (error) {
    const problem = reasonOf(error);
    const isRefused = causesOf(error).some((it) => it instanceof EgressRefusedError);
    return { state: isRefused ? "failed" : "waiting", statusCode: null, problem };
  }
}

/** The signature is over the time, a dot and the body, so that neither can be exchanged. */
function headersOf(id: string, secret: string, body: string, now: Date): Record<string, string> {
  const seconds = Math.floor(now.getTime() / 1000);
  const signature = createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
  return {
    "content-type": "application/json",
    "user-agent": "Galka",
    "galka-call-id": id,
    "galka-signature": `t=${seconds},v1=${signature}`,
  };
}

function presentCall(call: WaitingCall): object {
  return {
    id: call.id,
    rule: { id: call.ruleId, name: call.ruleName },
    because: call.kind,
    at: call.firedAt.toISOString(),
    conversation: { id: call.conversationId, channelId: call.channelId },
    contact: { id: call.contactId, name: call.contactName, phone: call.phone },
    message: {
      id: call.messageId,
      kind: call.content.kind,
      text: searchableText(call.content),
      at: call.messageAt.toISOString(),
    },
  };
}

function causesOf(error: unknown): unknown[] {
  return error instanceof Error && error.cause !== undefined
    ? [error, ...causesOf(error.cause)]
    : [error];
}

function reasonOf(error: unknown): string {
  const last = causesOf(error).at(-1);
  return (last instanceof Error ? last.message : String(last)).slice(0, 300);
}
