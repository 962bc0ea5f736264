import type { ConsentDecision } from "@galka/core/consent/consent";
import { readConsentTap } from "@galka/core/consent/request";
import type { ConsentSettings } from "@galka/core/consent/settings";
import { type SaidWord, readStopWord } from "@galka/core/consent/words/read-stop-word";
import type { IncomingMessage } from "@galka/core/messages/incoming";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Job } from "@galka/postgres/jobs/enqueue";
import { recordAudit } from "@galka/postgres/stores/audit";
import {
  type ConsentRequest,
  answerConsentRequest,
  lockConsentRequests,
} from "@galka/postgres/stores/consent/consent-requests";
import { loadConsentSettings } from "@galka/postgres/stores/consent/consent-settings";
import type { NewConsent } from "@galka/postgres/stores/consent/ledger";
import { saidAfterMarketing } from "@galka/postgres/stores/consent/marketing-facts";
import type { Thread } from "@galka/postgres/stores/receiving/threads";
import type { Batch } from "../webhooks/batch.ts";
import { bringBack } from "./bring-back.ts";
import { recordConsents } from "./record-consents.ts";

/** A message that was not known before, as it was filed. */
export type Heard = {
  readonly said: IncomingMessage;
  readonly thread: Pick<Thread, "id" | "channelId" | "contactId">;
  readonly messageId: string;
  readonly wamid: string | null;
  /** When it was written, by its writer's clock. */
  readonly at: Date;
};

/** A record before it has an id, with the conversation in which it was said. */
export type Hearing = Omit<NewConsent, "id" | "memberId" | "expiresAt"> & {
  readonly conversationId: string;
};

/**
 * What contacts say of their consent in their messages: words that stop and
 * start, taps on a question, and what they set in WhatsApp. It is recorded in
 * the transaction in which the message is filed, with the message as evidence,
 * and what waits for them is taken back in it too.
 */
export async function hearConsents(batch: Batch, heard: readonly Heard[]): Promise<void> {
  const spoken = heard.filter(({ said }) => said.direction === "in");
  if (spoken.length === 0) return;
  const { tx, workspaceId } = batch;
  const settings = await loadConsentSettings(tx, workspaceId);
  const taps = await tappedConsents(batch, spoken);
  const words = await saidWords(batch, settings, spoken);
  const preferences = spoken.flatMap((it) => preferenceOf(batch, it) ?? []);
  await keepHearings(batch, [...taps, ...words, ...preferences]);
  // What is told of long ago is not answered as if it had been said just now.
  const live = new Set(spoken.filter(({ said }) => said.told === "live").map((it) => it.messageId));
  batch.jobs.push(...words.flatMap((it) => answerJob(workspaceId, it, live)));
}

function answerJob(
  workspaceId: WorkspaceId,
  { way, conversationId, evidence }: Hearing,
  live: ReadonlySet<string>,
): Job[] {
  const messageId = "messageId" in evidence ? String(evidence.messageId) : "";
  if (way !== "stop-word" || !live.has(messageId)) return [];
  return [{ task: "confirm-stop", payload: { workspaceId, conversationId, messageId } }];
}

/** Records what was heard, tells of it, and remembers it among the lines of the conversation. */
export async function keepHearings(batch: Batch, hearings: readonly Hearing[]): Promise<void> {
  if (hearings.length === 0) return;
  const { app, tx, workspaceId, now } = batch;
  const records = hearings.map((it) => ({
    ...it,
    id: app.ids.next(),
    memberId: null,
    expiresAt: null,
  }));
  const { added, events } = await recordConsents({ tx, workspaceId, now }, records);
  batch.events.push(...events);
  await recordAudit(
    tx,
    workspaceId,
    now,
    records
      .filter(({ id }) => added.has(id))
      .map(({ contactId, conversationId, decision, purpose, way }) => ({
        id: app.ids.next(),
        by: { actor: "contact" },
        action: decision === "granted" ? "consent-granted" : "consent-withdrawn",
        subjectId: contactId,
        conversationId,
        after: { purpose, method: way },
      })),
  );
}

/** How far clocks may be apart for something to have been said just now. */
const JUST_NOW_MS = 5 * 60_000;

/**
 * When it counts as said. What comes at once counts by our own clock, so that it
 * is later than all that is recorded here: WhatsApp tells whole seconds, and its
 * clock is not ours.
 */
export function saidAt({ now }: Pick<Batch, "now">, at: Date, decision: ConsentDecision): Date {
  const second = Math.floor(at.getTime() / 1000) * 1000;
  if (Math.abs(now.getTime() - second) <= JUST_NOW_MS) return now;
  return new Date(decision === "withdrawn" ? second + 999 : Math.min(second, now.getTime()));
}

async function tappedConsents(batch: Batch, spoken: readonly Heard[]): Promise<Hearing[]> {
  const taps = spoken.flatMap((it) => {
    const { content } = it.said;
    const tap = content.kind === "choice" ? readConsentTap(content.id) : null;
    return tap ? [{ ...it, tap }] : [];
  });
  const tokens = [...new Set(taps.map(({ tap }) => tap.token))];
  const asked = await lockConsentRequests(batch.tx, batch.workspaceId, tokens);
  const byToken = new Map(asked.map((it) => [it.token, it]));
  const hearings: Hearing[] = [];
  for (const it of taps) {
    const request = byToken.get(it.tap.token);
    // Only what was asked in the very conversation counts: a token that was passed on is a message like every other.
    if (request?.conversationId !== it.thread.id) continue;
    const { decision } = it.tap;
    const at = saidAt(batch, it.at, decision);
    await answerConsentRequest(batch.tx, batch.workspaceId, {
      id: request.id,
      answer: decision,
      at,
    });
    hearings.push(tapHearing(it, request, decision, at));
  }
  return hearings;
}

function tapHearing(
  { said, thread, messageId, wamid }: Heard,
  request: ConsentRequest,
  decision: ConsentDecision,
  at: Date,
): Hearing {
  const { content } = said;
  return {
    contactId: thread.contactId,
    conversationId: thread.id,
    purpose: request.purpose,
    channelId: request.forChannelId,
    decision,
    way: "button",
    at,
    wording: request.wording,
    wordingId: request.wordingId,
    evidence: {
      messageId,
      wamid,
      text: content.kind === "choice" ? content.title : "",
      askedBy: request.askedBy,
      askedAt: request.askedAt.toISOString(),
      questionId: request.messageId,
    },
    source: `message:${messageId}:button`,
  };
}

async function saidWords(
  batch: Batch,
  settings: ConsentSettings,
  spoken: readonly Heard[],
): Promise<Hearing[]> {
  const words = spoken.flatMap((it) => {
    const text = wordsOf(it.said);
    const word = text === null ? null : readStopWord(text, settings);
    return word === null || text === null ? [] : [{ ...it, text, word }];
  });
  const doubtful = words.filter(({ word }) => word === "maybe-stop");
  const answering = await saidAfterMarketing(
    batch.tx,
    batch.workspaceId,
    doubtful.map(({ messageId }) => messageId),
  );
  const hearings: Hearing[] = [];
  for (const it of words) {
    if (it.word === "start") hearings.push(...(await bringBack(batch, it)));
    else if (it.word === "stop" || answering.has(it.messageId)) hearings.push(stopOf(batch, it));
  }
  return hearings;
}

export type HeardWord = Heard & { readonly text: string; readonly word: SaidWord };

/** What could be a word: a text, or what was tapped other than on a question of ours. */
function wordsOf({ content }: IncomingMessage): string | null {
  if (content.kind === "text") return content.text;
  if (content.kind !== "choice" || readConsentTap(content.id)) return null;
  return content.title;
}

function stopOf(batch: Batch, { thread, messageId, wamid, text, at }: HeardWord): Hearing {
  return {
    contactId: thread.contactId,
    conversationId: thread.id,
    purpose: "marketing",
    // Whoever says it on one number is not to be written to from another.
    channelId: null,
    decision: "withdrawn",
    way: "stop-word",
    at: saidAt(batch, at, "withdrawn"),
    wording: null,
    wordingId: null,
    evidence: { messageId, wamid, text },
    source: `message:${messageId}:stop`,
  };
}

function preferenceOf(batch: Batch, { said, thread, messageId, wamid, at }: Heard): Hearing | null {
  if (said.preference === undefined) return null;
  const decision = said.preference === "stop" ? "withdrawn" : "granted";
  return {
    contactId: thread.contactId,
    conversationId: thread.id,
    purpose: "marketing",
    channelId: thread.channelId,
    decision,
    way: "meta-preference",
    at: saidAt(batch, at, decision),
    wording: null,
    wordingId: null,
    evidence: { messageId, wamid, text: said.content.kind === "notice" ? said.content.text : "" },
    source: `message:${messageId}:preference`,
  };
}
