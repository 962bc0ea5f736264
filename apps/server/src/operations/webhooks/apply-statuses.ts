import type { FailureSign } from "@galka/core/health/signal";
import type { IncomingStatus } from "@galka/core/messages/incoming";
import { type MessageStatus, advance } from "@galka/core/messages/status";
import { pauseChannel } from "@galka/postgres/stores/channel-state";
import {
  type StatusReport,
  advanceStatuses,
} from "@galka/postgres/stores/receiving/message-statuses";
import { type Proof, proveRecipients } from "@galka/postgres/stores/campaigns/restored-campaigns";
import { type ProvenSend, acceptProven } from "@galka/postgres/stores/receiving/send-evidence";
import { locateMessages } from "@galka/postgres/stores/receiving/received-messages";
import { bookStatuses } from "../prices/booking/book-statuses.ts";
import { readAttemptTag } from "../../secrets/attempt-tag.ts";
import { hearRefusals } from "../consent/hear-refusals.ts";
import { noteSignals } from "../health/note-signals.ts";
import { applyMarks } from "./apply-marks.ts";
import type { Batch, Member } from "./batch.ts";
import { type Name, makeKnown } from "./make-known.ts";
import { keepReports } from "./orphan-reports.ts";
import { takeBackReaction } from "./take-back-reaction.ts";

/** A failure that was reported long ago says nothing about the number of today. */
const FRESH_MS = 15 * 60_000;

/**
 * Moves messages by what was reported of them.
 *
 * A report that carries the name of an attempt proves that the channel took it,
 * whatever became of the attempt here: an unknown end is known then.
 */
export async function applyStatuses(
  batch: Batch,
  told: readonly Member<IncomingStatus>[],
): Promise<void> {
  if (told.length === 0) return;
  const { tx, workspaceId } = batch;
  const { proven, names } = await settleByTag(batch, told);
  const waiting = await makeKnown(batch, names);
  await applyMarks(batch, waiting.marks);
  const members = [...waiting.statuses, ...told];
  const unnamed = members.filter((member) => !proven.has(member));
  const wanted = unnamed.map(({ channelId, incoming }) => ({ channelId, wamid: incoming.wamid }));
  const located = await locateMessages(tx, workspaceId, wanted);
  const byKey = new Map(located.map((it) => [`${it.channelId} ${it.wamid}`, it.id]));

  const reports = new Map<string, IncomingStatus[]>();
  const homeless: Member<IncomingStatus>[] = [];
  for (const member of members) {
    const send = proven.get(member);
    const id = send?.messageId ?? byKey.get(`${member.channelId} ${member.incoming.wamid}`);
    if (send && send.kind !== "message") await takeBackReaction(batch, send, member.incoming);
    else if (id === undefined) homeless.push(member);
    else reports.set(id, [...(reports.get(id) ?? []), member.incoming]);
  }
  await keepReports(batch, homeless);
  const furthestOf = [...reports].map(furthest);
  const moved = await advanceStatuses(tx, workspaceId, furthestOf);
  for (const { id, conversationId } of moved) {
    batch.events.push({ kind: "message-changed", messageId: id, conversationId });
  }
  await bookStatuses(batch, reports);
  await hearRefusals(
    batch,
    members.flatMap((member) => {
      const { channelId, incoming: status } = member;
      const id = proven.get(member)?.messageId ?? byKey.get(`${channelId} ${status.wamid}`) ?? null;
      return id === null ? [] : [{ messageId: id, channelId, status }];
    }),
  );
  await stopChannels(batch, members, new Set(moved.map(({ id }) => id)), reports);
  await noteFailures(batch, furthestOf, moved);
}

/** What failed for a reason that is about the number: it counts for its health. */
async function noteFailures(
  batch: Batch,
  reports: readonly Furthest[],
  moved: readonly { readonly id: string; readonly channelId: string }[],
): Promise<void> {
  const signs = new Map(reports.map(({ messageId, sign }) => [messageId, sign]));
  const failures = moved.flatMap(({ id, channelId }) => {
    const sign = signs.get(id);
    return sign === undefined ? [] : [{ messageId: id, channelId, sign }];
  });
  await noteSignals(batch, failures);
}

type Settled = {
  readonly proven: ReadonlyMap<Member, ProvenSend>;
  readonly names: readonly Name[];
};

async function settleByTag(
  { app, tx, workspaceId, now }: Batch,
  members: readonly Member<IncomingStatus>[],
): Promise<Settled> {
  const named = members.flatMap((member) => {
    const { tag, wamid } = member.incoming;
    const attempt = tag === null ? null : readAttemptTag(app.sealer, tag);
    return attempt === null ? [] : [{ member, wamid, sendId: String(attempt.sendId) }];
  });
  const evidence = [...new Map(named.map((it) => [it.sendId, it])).values()];
  const sends = await acceptProven(tx, workspaceId, evidence, now);
  const byId = new Map(sends.map((send) => [send.id, send]));
  await proveRecipients(tx, workspaceId, strangers(named, byId), now);
  const names = evidence.flatMap(({ sendId, wamid }) => {
    const messageId = byId.get(sendId)?.messageId ?? null;
    return messageId === null || byId.get(sendId)?.kind !== "message" ? [] : [{ messageId, wamid }];
  });
  const proven = new Map(
    named.flatMap(({ member, sendId }) => {
      const send = byId.get(sendId);
      return send?.channelId === member.channelId ? [[member, send] as const] : [];
    }),
  );
  return { proven, names };
}

/** Reports of sends that are not known here: a restored database has forgotten them. */
function strangers(
  named: readonly { readonly member: Member<IncomingStatus>; readonly sendId: string }[],
  known: ReadonlyMap<string, ProvenSend>,
): Proof[] {
  return named.flatMap(({ member, sendId }) =>
    known.has(sendId) ? [] : [{ id: sendId, status: member.incoming.status }],
  );
}

type Furthest = StatusReport & { readonly sign: FailureSign | undefined };

function furthest([messageId, reports]: [string, IncomingStatus[]]): Furthest {
  let status: MessageStatus = "accepted";
  let winner = reports[0];
  for (const report of reports) {
    const next = advance(status, report.status);
    const isEarlier = report.status === status && winner !== undefined && report.at < winner.at;
    if (next !== status || isEarlier) winner = report;
    status = next;
  }
  const at = winner?.at ?? new Date(0);
  const failure = winner?.failure ?? null;
  const sign = status === "failed" ? failure?.sign : undefined;
  return { messageId, status, at, failure, sign };
}

const REFUSES_EVERYTHING = {
  en: "The channel refuses everything.",
  ru: "Канал отклоняет всё.",
};

/** A failure of the number's own makes the next one fail too: the number is paused, and says why. */
async function stopChannels(
  { tx, workspaceId, now, events }: Batch,
  members: readonly Member<IncomingStatus>[],
  moved: ReadonlySet<string>,
  reports: ReadonlyMap<string, IncomingStatus[]>,
): Promise<void> {
  const fresh = new Set([...reports].flatMap(([id, said]) => (moved.has(id) ? said : [])));
  for (const { channelId, incoming } of members) {
    const isOld = now.getTime() - incoming.at.getTime() > FRESH_MS;
    if (!incoming.stopsChannel || isOld || !fresh.has(incoming)) continue;
    const reason = incoming.failure?.explanation ?? REFUSES_EVERYTHING;
    if (await pauseChannel(tx, workspaceId, channelId, reason)) {
      events.push({ kind: "channel-changed", channelId });
    }
  }
}
