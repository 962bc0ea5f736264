import { unreachable } from "@galka/core/kernel/unreachable";
import { type AttemptEnd, type Settled, settle } from "@galka/core/sends/settle";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { retrying } from "@galka/postgres/retry";
import { forgetExpected } from "@galka/postgres/stores/billing/expected-costs";
import { type InTwoLanguages, pauseChannel } from "@galka/postgres/stores/channel-state";
import { type NewEvent, appendEvents } from "@galka/postgres/stores/events";
import type { ClaimedSend, Owned } from "@galka/postgres/stores/outgoing/claimed-sends";
import {
  findSendingChannel,
  listAccountChannels,
} from "@galka/postgres/stores/outgoing/sending-channels";
import { settleSends } from "@galka/postgres/stores/outgoing/settled-sends";
import {
  BEFORE_REPORTS,
  nameMessages,
  setStatuses,
} from "@galka/postgres/stores/receiving/message-statuses";
import { changeTemplate } from "@galka/postgres/stores/templates";
import type { App } from "../../app.ts";
import type { SendOutcome } from "../../channels/gateway.ts";
import { type SignedFailure, noteSignals } from "../health/note-signals.ts";
import { distinctEvents } from "../webhooks/apply-members.ts";
import { type Batch, openBatch } from "../webhooks/batch.ts";
import type { Named } from "../webhooks/make-known.ts";
import { takeBackReaction } from "../webhooks/take-back-reaction.ts";
import { failureOf } from "./failure-of.ts";

/** How an attempt ended. */
export type Ended = {
  readonly send: ClaimedSend;
  /** Null when it ended before an attempt was begun. */
  readonly attemptId: string | null;
  readonly outcome: SendOutcome;
  /** The secrets that the number was reached with; absent when it was not reached. */
  readonly sealed?: Uint8Array;
};

type Verdict = Ended & { readonly settled: Settled };

/** What follows from an end, by core's rules. Known before it is written down: the limiter acts on it at once. */
export function settledBy(now: Date, { send, outcome }: Ended): Settled {
  const { kind, attemptCount, queuedAt } = send;
  const triedForMs = now.getTime() - queuedAt.getTime();
  return settle({ kind, attemptCount: attemptCount + 1 }, endOf(outcome), triedForMs);
}

function endOf(outcome: SendOutcome): AttemptEnd {
  switch (outcome.outcome) {
    case "accepted":
      return { end: "accepted" };
    case "not-sent":
      return { end: "not-sent" };
    case "ambiguous":
      return { end: "ambiguous" };
    case "rejected":
      return { end: "rejected", remedy: outcome.failure.remedy };
    default:
      return unreachable(outcome);
  }
}

/**
 * Writes down how attempts ended and what their messages show, in one
 * transaction. Answers the messages that are known under the channel's id from
 * now on: what was reported of them before is to be joined (`joinReports`).
 *
 * May be repeated until it succeeds: what was written already is not written
 * again, and what evidence has settled meanwhile stays settled.
 */
export async function recordOutcomes(
  app: App,
  owned: Owned,
  ended: readonly Ended[],
): Promise<Named[]> {
  const { workspaceId, channelId } = owned;
  const now = app.clock.now();
  const verdicts = ended.map((end) => ({ ...end, settled: settledBy(now, end) }));
  const { hints, named } = await retrying(() =>
    inWorkspace(
      app.db,
      workspaceId,
      async (tx) => {
        const batch = openBatch(app, tx, workspaceId, now);
        const written = await write(batch, owned, verdicts);
        const known = await showMessages(batch, written);
        await forgetExpected(tx, workspaceId, written.flatMap(failedOf));
        await applyConsequences(batch, owned, written);
        await noteSignals(batch, written.flatMap(signsOf(channelId)));
        await appendEvents(tx, workspaceId, now, distinctEvents(batch.events));
        return { hints: batch.hints, named: known };
      },
      "by-keys",
    ),
  );
  if (hints.has("health")) app.wake.tell("health", workspaceId);
  for (const { settled } of verdicts)
    app.metrics.count("sends_settled", { outcome: settled.state });
  app.wake.tell("events", workspaceId);
  return named;
}

/** The message of an end after which nothing is tried any more: it gives its money back. */
function failedOf({ send: { messageId }, settled: { status } }: Verdict): string[] {
  return messageId !== null && status === "failed" ? [messageId] : [];
}

/** What a refusal says of the number's health; of what is only tried again it is said each time. */
function signsOf(channelId: string) {
  return ({ send: { messageId }, outcome }: Verdict): SignedFailure[] => {
    const sign = outcome.outcome === "rejected" ? outcome.failure.sign : undefined;
    return messageId === null || sign === undefined ? [] : [{ messageId, channelId, sign }];
  };
}

async function write(
  { tx, now }: Batch,
  owned: Owned,
  verdicts: readonly Verdict[],
): Promise<Verdict[]> {
  const rows = verdicts.map(({ send, attemptId, outcome, settled }) => ({
    sendId: send.id,
    attemptId,
    queuedAt: send.queuedAt,
    attemptCount: send.attemptCount,
    state: settled.state,
    waitMs: settled.waitMs,
    wamid: outcome.outcome === "accepted" ? outcome.wamid : null,
    error: errorOf(outcome),
  }));
  const settled = await settleSends(tx, owned, rows, now);
  const ids = new Set(settled.map(({ sendId }) => sendId));
  return verdicts.filter(({ send }) => ids.has(send.id));
}

function errorOf(outcome: SendOutcome): object | null {
  switch (outcome.outcome) {
    case "accepted":
      return null;
    case "not-sent":
    case "ambiguous":
      return { reason: outcome.reason };
    case "rejected":
      return { reason: outcome.failure.title, detail: outcome.failure.detail };
    default:
      return unreachable(outcome);
  }
}

/** Before the channel's reports are applied, which may say more: those only move a message forward. */
async function showMessages(batch: Batch, verdicts: readonly Verdict[]): Promise<Named[]> {
  const { tx, workspaceId, now, events } = batch;
  const names = verdicts.flatMap(({ send, outcome }) =>
    send.messageId !== null && outcome.outcome === "accepted" && outcome.wamid !== null
      ? [{ messageId: send.messageId, wamid: outcome.wamid }]
      : [],
  );
  const named = await nameMessages(tx, workspaceId, names, now);
  const statuses = verdicts.flatMap(({ send, outcome, settled }) =>
    send.messageId === null || settled.status === null
      ? []
      : [
          {
            messageId: send.messageId,
            status: settled.status,
            at: now,
            failure: settled.status === "failed" ? failureOf(outcome) : null,
          },
        ],
  );
  for (const { id, conversationId } of await setStatuses(
    tx,
    workspaceId,
    statuses,
    BEFORE_REPORTS,
  )) {
    events.push({ kind: "message-changed", messageId: id, conversationId });
  }
  for (const { id, conversationId } of named) {
    events.push({ kind: "message-changed", messageId: id, conversationId });
  }
  return named;
}

async function applyConsequences(
  batch: Batch,
  owned: Owned,
  verdicts: readonly Verdict[],
): Promise<void> {
  for (const { send, outcome, settled, sealed } of verdicts) {
    if (settled.state === "rejected" && send.kind === "reaction") {
      const { channelId } = owned;
      const failed = { channelId, payload: send.payload };
      await takeBackReaction(batch, failed, { status: "failed" });
    }
    if (outcome.outcome !== "rejected") continue;
    if (settled.consequence.kind === "pause-channel" && (await isOfToday(batch, owned, sealed))) {
      const { remedy, explanation } = outcome.failure;
      await pause(batch, owned, { isAll: remedy.kind === "pause-everything", why: explanation });
    }
    if (settled.consequence.kind === "pause-template") await pauseTemplate(batch, owned, send);
  }
}

/** Whether a number is still reached with these secrets: what another token was refused for says nothing of the new one. */
async function isOfToday(
  { tx, workspaceId }: Batch,
  { channelId }: Owned,
  sealed: Uint8Array | undefined,
): Promise<boolean> {
  if (!sealed) return true;
  const channel = await findSendingChannel(tx, workspaceId, channelId);
  return channel !== null && Buffer.compare(channel.secrets, sealed) === 0;
}

async function pause(
  { tx, workspaceId, events }: Batch,
  { channelId }: Owned,
  { isAll, why }: { readonly isAll: boolean; readonly why: InTwoLanguages },
): Promise<void> {
  const ids = isAll ? await listAccountChannels(tx, workspaceId, channelId) : [channelId];
  for (const id of ids) {
    if (await pauseChannel(tx, workspaceId, id, why)) {
      events.push({ kind: "channel-changed", channelId: id });
    }
  }
}

async function pauseTemplate(
  { tx, workspaceId, now, events }: Pick<Batch, "workspaceId" | "now" | "events"> & { tx: Tx },
  { channelId }: Owned,
  { content }: ClaimedSend,
): Promise<void> {
  if (content?.kind !== "template") return;
  const { name, language } = content;
  const about = { channelIds: [channelId], name, language, at: now };
  const change = { ...about, status: "paused", cause: "refused" } as const;
  const changed: NewEvent[] = (await changeTemplate(tx, workspaceId, change)).map((id) => ({
    kind: "templates-changed",
    channelId: id,
  }));
  events.push(...changed);
}
