import { type Missing, missingToProof, verdict } from "@galka/core/sends/proof";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { appendEvents } from "@galka/postgres/stores/events";
import type { Owned } from "@galka/postgres/stores/outgoing/claimed-sends";
import {
  type Doubt,
  findSubscriptionCheck,
  listDoubts,
  lockSendOfMessage,
  markUnsent,
  queueUnsent,
} from "@galka/postgres/stores/outgoing/unknown-sends";
import { hasFailedMembers } from "@galka/postgres/stores/receiving/parked-webhooks";
import { BEAT_MS, noteSubscription } from "@galka/postgres/stores/receiving/reception";
import { countBacklog } from "@galka/postgres/stores/receiving/webhook-log";
import type { App } from "../../app.ts";
import { guardPurpose } from "../consent/guard-purpose.ts";
import type { Line } from "./claim-next.ts";

const AT_ONCE = 200;

/**
 * Looks whether it is proven by now that ambiguous sends of a number did not go out.
 *
 * What is proven is marked so, and codes and notices are queued again at once; a
 * person's words wait for a person. Answers how many were queued. Only silence
 * that would have been broken counts: see core's `missingToProof`.
 */
export async function judgeDoubts(app: App, owned: Owned, line: Line): Promise<number> {
  const { workspaceId, channelId } = owned;
  const evidence = await inWorkspace(app.db, workspaceId, async (tx) => ({
    doubts: await listDoubts(tx, workspaceId, channelId, AT_ONCE),
    verifiedAt: await findSubscriptionCheck(tx, workspaceId, channelId),
  }));
  if (evidence.doubts.length === 0) return 0;
  // Read after the doubts: a report that was stored before them is applied or counted here.
  const backlog = (await countBacklog(app.db, 1)) + (await countFailed(app, owned));
  const now = app.clock.now();
  const judge = (verifiedAt: Date | null) => (doubt: Doubt) => {
    const receivedForMs = doubt.beats * BEAT_MS;
    const known = { ...doubt, receivedForMs, backlog, subscriptionVerifiedAt: verifiedAt };
    return {
      sendId: doubt.sendId,
      messageId: doubt.messageId,
      missing: missingToProof(now, doubt.purpose, known),
      verdict: verdict(now, doubt.purpose, known),
    };
  };
  const first = evidence.doubts.map(judge(evidence.verifiedAt));
  const needsCheck = first.some(({ missing }) => isOnly(missing, "subscription"));
  const isVerified = needsCheck && (await verify(app, owned, line, now));
  const judged = isVerified ? evidence.doubts.map(judge(now)) : first;
  const proven = judged.filter((it) => it.verdict === "ask" || it.verdict === "send-again");
  if (proven.length === 0) return 0;
  return keep(app, owned, proven);
}

/** A report that could not be applied may be about any of them. */
async function countFailed(app: App, { workspaceId, channelId }: Owned): Promise<number> {
  const isWaiting = await inWorkspace(app.db, workspaceId, (tx) =>
    hasFailedMembers(tx, workspaceId, channelId),
  );
  return isWaiting ? 1 : 0;
}

function isOnly(missing: readonly Missing[], what: Missing): boolean {
  return missing.length === 1 && missing[0] === what;
}

/** Asks the channel itself whether it would tell us. */
async function verify(app: App, owned: Owned, line: Line, now: Date): Promise<boolean> {
  const isSubscribed = await line.gateway.isSubscribed(line.access);
  const { workspaceId, channelId } = owned;
  await inWorkspace(app.db, workspaceId, (tx) =>
    noteSubscription(tx, workspaceId, channelId, { isSubscribed, now }),
  );
  return isSubscribed;
}

type Proven = Pick<Doubt, "sendId" | "messageId"> & { readonly verdict: string };

async function keep(app: App, { workspaceId }: Owned, proven: readonly Proven[]): Promise<number> {
  const now = app.clock.now();
  const queued = await inWorkspace(app.db, workspaceId, async (tx) => {
    const sendIds = proven.map(({ sendId }) => sendId);
    const marked = await markUnsent(tx, workspaceId, sendIds);
    const again = await stillWanted(tx, workspaceId, proven, now);
    await queueUnsent(tx, workspaceId, { sendIds: again, consentId: null }, now);
    await appendEvents(
      tx,
      workspaceId,
      now,
      marked.map((it) => ({ kind: "message-changed", ...it })),
    );
    return again.length;
  });
  app.wake.tell("events", workspaceId);
  return queued;
}

/** Those that are sent again by themselves: a person decides about whoever has declined such messages meanwhile. */
async function stillWanted(
  tx: Tx,
  workspaceId: WorkspaceId,
  proven: readonly Proven[],
  now: Date,
): Promise<string[]> {
  const wanted: string[] = [];
  for (const { messageId, verdict: said } of proven) {
    const send = said === "send-again" ? await lockSendOfMessage(tx, workspaceId, messageId) : null;
    if (send === null) continue;
    const guarded = await guardPurpose(tx, workspaceId, { ...send, now });
    if (!("refused" in guarded)) wanted.push(send.sendId);
  }
  return wanted;
}
