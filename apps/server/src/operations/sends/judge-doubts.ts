import { type Missing, missingToProof, verdict } from "@galka/core/sends/proof";
import { inWorkspace } from "@galka/postgres/database";
import { appendEvents } from "@galka/postgres/stores/events";
import type { Owned } from "@galka/postgres/stores/outgoing/claimed-sends";
import {
  type Doubt,
  findSubscriptionCheck,
  listDoubts,
  markUnsent,
  queueUnsent,
} from "@galka/postgres/stores/outgoing/unknown-sends";
import { hasFailedMembers } from "@galka/postgres/stores/receiving/parked-webhooks";
import { BEAT_MS, noteSubscription } from "@galka/postgres/stores/receiving/reception";
import { countBacklog } from "@galka/postgres/stores/receiving/webhook-log";
import type { App } from "../../app.ts";
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
  const again = proven.filter((it) => it.verdict === "send-again").map((it) => it.sendId);
  await keep(
    app,
    owned,
    proven.map((it) => it.sendId),
    again,
  );
  return again.length;
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

async function keep(
  app: App,
  { workspaceId }: Owned,
  proven: readonly string[],
  again: readonly string[],
): Promise<void> {
  const now = app.clock.now();
  await inWorkspace(app.db, workspaceId, async (tx) => {
    const marked = await markUnsent(tx, workspaceId, proven);
    await queueUnsent(tx, workspaceId, { sendIds: again, consentId: null }, now);
    await appendEvents(
      tx,
      workspaceId,
      now,
      marked.map((it) => ({ kind: "message-changed", ...it })),
    );
  });
  app.wake.tell("events", workspaceId);
}
