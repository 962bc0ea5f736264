import { identitiesOf } from "@galka/core/contacts/people-book";
import type { IncomingMessage } from "@galka/core/messages/incoming";
import { withinSecond } from "@galka/core/messages/within-second";
import { searchableText } from "@galka/core/messages/searchable";
import type { Job } from "@galka/postgres/jobs/enqueue";
import {
  type ReceivedMessage,
  insertReceived,
  insertWantedFiles,
  joinQuotes,
  saveTexts,
} from "@galka/postgres/stores/receiving/received-messages";
import {
  type Thread,
  type ThreadBump,
  type WantedThread,
  bumpThreads,
  ensureThreads,
} from "@galka/postgres/stores/receiving/threads";
import { systemClock } from "../../clock.ts";
import { type HeardSaying, bookSayings } from "../prices/booking/book-statuses.ts";
import { workOnInbound } from "../work/work-on-inbound.ts";
import { noteMessages } from "../rules/note-messages.ts";
import { hearConsents } from "../consent/hear-consents.ts";
import type { Batch, Member } from "./batch.ts";
import type { People } from "./apply-people.ts";
import { type Tap, keepComments, readTaps, recordTaps } from "../satisfaction/apply-ratings.ts";

type Filed = {
  readonly member: Member;
  readonly said: IncomingMessage;
  readonly thread: Thread;
  readonly row: ReceivedMessage;
  /** The answer to our question how the contact was served: it asks nobody for anything. */
  readonly tap: Tap | null;
};

/** Which messages are known from now on. */
export type Known = { readonly channelId: string; readonly wamid: string };

/**
 * Files messages under their threads, together with all that follows from a
 * message that was not known: unread counts, the window, what can be searched,
 * files to fetch, quotes to join.
 */
export async function applyMessages(
  batch: Batch,
  members: readonly Member<IncomingMessage>[],
  people: People,
): Promise<Known[]> {
  const { app, tx, workspaceId, now } = batch;
  if (members.length === 0) return [];
  const threads = await findThreads(batch, members, people);
  const tapOf = await readTaps(
    batch,
    members.map(({ incoming }) => incoming.content),
  );
  const filed = members.map((member) => {
    const thread = threads(member);
    return file(batch, member, { thread, tap: tapOf(member.incoming.content, thread) });
  });
  const added = await insertReceived(
    tx,
    workspaceId,
    filed.map(({ row }) => row),
    now,
  );
  const fresh = filed.filter(({ row }) => added.has(row.id));
  await bumpThreads(tx, workspaceId, bumpsOf(fresh), now);
  await bookSayings(batch, fresh.flatMap(sayingOf));
  await putToWork(batch, fresh);
  await rate(batch, fresh);
  await saveTexts(tx, workspaceId, fresh.flatMap(textOf));
  await wantFiles(batch, fresh);
  for (const { row, thread } of fresh) {
    batch.events.push({ kind: "message-added", messageId: row.id, conversationId: thread.id });
  }
  if (fresh.length > 0) batch.jobs.push(figuresJob(batch));
  const quoting = await joinQuotes(tx, workspaceId, [...added]);
  for (const { id, conversationId } of quoting) {
    batch.events.push({ kind: "message-changed", messageId: id, conversationId });
  }
  // After the quotes are joined: a word that quotes marketing answers it.
  await hearConsents(batch, fresh.map(heardOf));
  const isAwaited = await noteMessages(
    { app, tx, workspaceId },
    fresh.filter(asksForAnswer).map(({ row }) => row),
  );
  if (isAwaited) batch.hints.add("rules");
  app.metrics.count("webhook_members_applied", { kind: "message" }, fresh.length);
  return fresh.map(({ row }) => ({ channelId: row.channelId, wamid: row.wamid }));
}

const MINUTE_MS = 60_000;

/** Figures are added up at the end of the minute: however many messages come in it, once. */
function figuresJob({ workspaceId }: Batch): Job {
  // Jobs run by the machine's time; the business's can be moved in a demo.
  const now = systemClock.now();
  const runAt = new Date((Math.floor(now.getTime() / MINUTE_MS) + 1) * MINUTE_MS);
  return {
    task: "keep-figures",
    payload: { workspaceId },
    key: `keep-figures:${workspaceId}`,
    runAt,
  };
}

async function findThreads(
  { app, tx, workspaceId, now }: Batch,
  members: readonly Member<IncomingMessage>[],
  people: People,
): Promise<(member: Member) => Thread> {
  const wanted = new Map<string, WantedThread>();
  for (const member of members) {
    const contactId = people(member);
    if (contactId === null) throw new Error("Nothing says whose message this is.");
    const key = `${member.channelId} ${contactId}`;
    const { incoming, channelId } = member;
    // A chat of which only the past is told begins as done: nobody waits in it.
    const status = incoming.told === "afterwards" ? "closed" : "open";
    const at = notAhead(incoming.at, now);
    const id = wanted.get(key)?.id ?? app.ids.next();
    if (wanted.get(key)?.status !== "open")
      wanted.set(key, { id, channelId, contactId, at, status });
  }
  const threads = await ensureThreads(tx, workspaceId, [...wanted.values()], now);
  const byKey = new Map(threads.map((it) => [`${it.channelId} ${it.contactId}`, it]));
  return (member) => {
    const thread = byKey.get(`${member.channelId} ${people(member) ?? ""}`);
    if (!thread) throw new Error("A conversation that was just ensured is not there.");
    return thread;
  };
}

/** Clocks differ a little. A time that is further ahead is none: it would hold the window open until then. */
const AHEAD_MS = 5 * 60_000;

function notAhead(at: Date, now: Date): Date {
  return at.getTime() > now.getTime() + AHEAD_MS ? now : at;
}

function file(
  { app, now }: Batch,
  member: Member<IncomingMessage>,
  { thread, tap }: Pick<Filed, "thread" | "tap">,
): Filed {
  const said = member.incoming;
  const row: ReceivedMessage = {
    id: app.ids.next<"message">(),
    conversationId: thread.id,
    channelId: member.channelId,
    direction: said.direction,
    content: tap?.content ?? said.content,
    status: said.status,
    wamid: said.wamid,
    replyToWamid: said.replyToWamid,
    at: withinSecond(notAhead(said.at, now), thread.lastMessageAt),
    sender: identitiesOf(said.person).map(({ value }) => value),
  };
  return { member, said, thread, row, tap };
}

function bumpsOf(fresh: readonly Filed[]): ThreadBump[] {
  const bumps = new Map<string, ThreadBump>();
  for (const it of fresh) {
    const { thread, row, said } = it;
    const before = bumps.get(thread.id);
    const asksNow = asksForAnswer(it);
    const isLater =
      !before ||
      row.at > before.messageAt ||
      (row.at.getTime() === before.messageAt.getTime() && row.id > before.messageId);
    bumps.set(thread.id, {
      id: thread.id,
      messageId: isLater ? row.id : before.messageId,
      messageAt: isLater ? row.at : before.messageAt,
      inboundAt: latest(before?.inboundAt ?? null, said.speaks ? row.at : null),
      unread: (before?.unread ?? 0) + (asksNow ? 1 : 0),
      reopens: (before?.reopens ?? false) || asksNow,
      asksAt: earliest(before?.asksAt ?? null, asksNow ? row.at : null),
      answersAt: latest(before?.answersAt ?? null, answers(said) ? row.at : null),
    });
  }
  return [...bumps.values()];
}

/** Whether the contact says something that somebody may want to answer. */
function asks({ said, tap }: Filed): boolean {
  return said.speaks && tap === null;
}

function asksForAnswer(filed: Filed): boolean {
  return asks(filed) && filed.said.told === "live";
}

/** Written on the phone: an answer, but none of a member's. */
function answers({ direction, told }: IncomingMessage): boolean {
  return direction === "out" && told === "live";
}

function earliest(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

function latest(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

/** A message of a contact makes work: of a conversation that was put aside, and of one that nobody has. */
async function putToWork(batch: Batch, fresh: readonly Filed[]): Promise<void> {
  const asking = fresh.filter(asksForAnswer);
  const threads = new Map(asking.map(({ thread }) => [thread.id, thread]));
  if (threads.size > 0) batch.events.push(...(await workOnInbound(batch, [...threads.values()])));
}

/** What contacts say of how they were served: ratings, and the comments that they were asked for. */
async function rate(batch: Batch, fresh: readonly Filed[]): Promise<void> {
  await recordTaps(
    batch,
    fresh.flatMap(({ tap, row }) => (tap === null ? [] : [{ ...tap, at: row.at }])),
  );
  await keepComments(
    batch,
    fresh
      .filter(asksForAnswer)
      .map(({ thread, row }) => ({ thread, messageId: row.id, at: row.at })),
  );
}

/** What of it prices depend on: that they wrote, and by what they came. */
function sayingOf({ row, said, thread }: Filed): HeardSaying[] {
  if (!said.speaks || said.told !== "live") return [];
  return [{ conversationId: thread.id, at: row.at, entry: said.entry ?? null }];
}

function heardOf({ said, thread, row }: Filed) {
  const { id: messageId, wamid, at } = row;
  return { said, thread, messageId, wamid, at };
}

function textOf({ row, said }: Filed) {
  const body = searchableText(said.content);
  const { id: messageId, conversationId, at } = row;
  return body === "" ? [] : [{ messageId, conversationId, at, body }];
}

async function wantFiles({ tx, workspaceId, now, jobs }: Batch, fresh: readonly Filed[]) {
  const files = fresh.flatMap(({ member, said, row }) =>
    said.files.map(({ fileId, remoteId, claimedType, name }) => ({
      id: fileId,
      channelId: member.channelId,
      remoteId,
      claimedType,
      name,
      messageId: row.id,
    })),
  );
  await insertWantedFiles(tx, workspaceId, files, now);
  for (const { id, messageId } of files) {
    jobs.push({
      task: "fetch-file",
      payload: { workspaceId, fileId: id, messageId },
      key: `fetch-file:${id}`,
    });
  }
}
