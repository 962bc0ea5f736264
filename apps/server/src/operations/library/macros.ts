import { fillReply } from "@galka/core/library/fill-reply";
import { type ConversationId, idOf } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type MacroStep, workChangeOf } from "@galka/core/library/macro";
import { replyDraft } from "@galka/core/library/reply-draft";
import { changed } from "@galka/core/conversations/work-change";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { type NewEvent, appendEvents } from "@galka/postgres/stores/events";
import { insertBulkChange, saveBatch } from "@galka/postgres/stores/library/bulk-changes";
import {
  type Macro,
  deleteMacro,
  findMacro,
  listMacros,
  saveMacro,
} from "@galka/postgres/stores/library/macros";
import { findChannelView } from "@galka/postgres/stores/views/channel-list";
import { loadConversationViews } from "@galka/postgres/stores/views/conversation-list";
import type { App } from "../../app.ts";
import { organize } from "../bulk/organize.ts";
import { type Queued, type SendRefused, sendWithin } from "../messages/send-message.ts";
import { addNoteWithin } from "../notes/write-note.ts";
import { type ChangeRefused, refusalOfChange } from "../work/refusal-of-change.ts";
import { type KeepRefused, type Shelf, type Shown, keep, shownTo, takeAway } from "./keep.ts";
import { findReply } from "./quick-replies.ts";
import { type ReachWish, reachOf } from "./reach-wish.ts";

export type MacroWish = Pick<Macro, "name" | "steps"> & { readonly reach: ReachWish };

const SHELF: Shelf<Macro> = {
  collection: "macros",
  noun: "macro",
  find: findMacro,
  save: saveMacro,
  remove: deleteMacro,
  remembered: ({ name, ownerId, teamId, steps }) => ({ name, ownerId, teamId, steps }),
};

/** The macros that this member sees. */
export async function listOwnMacros(
  app: App,
  member: Member,
): Promise<readonly Shown<Macro>[] | Refused<"forbidden">> {
  if (!may(member, "conversations.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) =>
    shownTo(tx, member, await listMacros(tx, workspaceId)),
  );
}

/** Writes a macro; with an id in place of the one that has it. */
export function saveOwnMacro(
  app: App,
  member: Member,
  id: string | null,
  { reach, ...wish }: MacroWish,
): Promise<Shown<Macro> | KeepRefused | ChangeRefused> {
  return keep(app, member, SHELF, {
    id,
    make: (itsId) => ({ ...wish, ...reachOf(member, reach), id: itsId }),
    problem: async (tx, { steps }) => {
      const now = app.clock.now();
      const change = workChangeOf(steps, { now, memberId: member.id });
      return refusalOfChange(tx, member.workspaceId, change, now);
    },
  });
}

export function removeMacro(
  app: App,
  member: Member,
  id: string,
): Promise<{ readonly done: true } | KeepRefused> {
  return takeAway(app, member, SHELF, id);
}

export type MacroRun = {
  readonly macroId: string;
  readonly conversationId: ConversationId;
  /** One for each message that it sends and each note, in their order, given by whoever asks: a repeated request sends nothing twice. */
  readonly clientIds: readonly string[];
};

type RunRefused =
  | SendRefused
  | ChangeRefused
  | Refused<"reply-incomplete", { readonly missing: readonly string[] }>;

/** What was done: the messages, and the change that can be taken back; null when there is none. */
export type MacroRan = { readonly messageIds: readonly string[]; readonly undo: string | null };

/**
 * Does all steps of a macro in one conversation, or none: a message that may not
 * be sent leaves the conversation as it was.
 */
export async function runMacro(
  app: App,
  member: Member,
  run: MacroRun,
): Promise<MacroRan | RunRefused> {
  const { workspaceId } = member;
  if (!may(member, "conversations.read")) return { refused: "forbidden" };
  const channels = new Set<string>();
  const ran = await allOrNothing(app, member, async (tx): Promise<MacroRan | RunRefused> => {
    const macro = await findMacro(tx, workspaceId, run.macroId);
    const [seen] = macro ? await shownTo(tx, member, [macro]) : [];
    if (!seen) return { refused: "not-found" };
    const desk = { app, tx, member, channels, events: [] };
    const messageIds = await writeAll(desk, run, seen.steps);
    if ("refused" in messageIds) return messageIds;
    const undo = await organizeBy(desk, run, seen.steps);
    if (undo !== null && typeof undo === "object") return undo;
    await appendEvents(tx, workspaceId, app.clock.now(), desk.events);
    return { messageIds, undo };
  });
  if ("refused" in ran) return ran;
  for (const channelId of channels) app.wake.tell("sends", channelId);
  app.wake.tell("events", workspaceId);
  return ran;
}

/** Takes the transaction back when the work in it ends with a no. */
async function allOrNothing<T extends object>(
  app: App,
  { workspaceId }: Member,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  let refused: T | null = null;
  try {
    return await inWorkspace(app.db, workspaceId, async (tx) => {
      const result = await work(tx);
      if (!("refused" in result)) return result;
      refused = result;
      throw new Error("The steps of a macro are taken back.");
    });
  } catch (error) {
    if (refused !== null) return refused;
    throw error;
  }
}

type Desk = {
  readonly app: App;
  readonly tx: Tx;
  readonly member: Member;
  /** The numbers that have something to send. */
  readonly channels: Set<string>;
  /** What is to be told, last of all. */
  readonly events: NewEvent[];
};

type Written = Extract<MacroStep, { do: "send" | "note" }>;

/** Sends the messages and writes the notes, in their order. */
async function writeAll(
  desk: Desk,
  { conversationId, clientIds }: MacroRun,
  steps: readonly MacroStep[],
): Promise<readonly string[] | RunRefused> {
  const { tx, member } = desk;
  const [conversation] = await loadConversationViews(tx, member.workspaceId, [conversationId]);
  if (!conversation) return { refused: "not-found" };
  const channel = await findChannelView(tx, member.workspaceId, idOf(conversation.channelId));
  const about = {
    contact: conversation.contact,
    memberName: member.name,
    channelName: channel?.name ?? "",
  };
  const messageIds: string[] = [];
  const written = steps.filter((step) => step.do === "send" || step.do === "note");
  for (const [index, step] of written.entries()) {
    const clientId = clientIds[index];
    if (clientId === undefined) return { refused: "not-found" };
    const made = await write(desk, { conversationId, clientId, step, about });
    if ("refused" in made) return made;
    if (made.channelId !== null) desk.channels.add(made.channelId);
    desk.events.push(...made.events);
    messageIds.push(made.messageId);
  }
  return messageIds;
}

type WriteWish = {
  readonly conversationId: ConversationId;
  readonly clientId: string;
  readonly step: Written;
  readonly about: Parameters<typeof fillReply>[1];
};

async function write(
  { app, tx, member }: Desk,
  { conversationId, clientId, step, about }: WriteWish,
): Promise<Queued | RunRefused> {
  if (step.do === "note") {
    const { text, missing } = fillReply(step.text, about);
    if (missing.length > 0) return { refused: "reply-incomplete", missing };
    const note = { conversationId, clientId, text, mentions: [] };
    const added = await addNoteWithin(app, tx, member, note);
    return "refused" in added ? added : { ...added, channelId: null };
  }
  const { quickReplyId } = step;
  const reply = await findReply(app, tx, member, quickReplyId);
  if (!reply) return { refused: "not-found" };
  const { text, missing } = fillReply(reply.text, about);
  if (missing.length > 0) return { refused: "reply-incomplete", missing };
  const draft = replyDraft({ text, buttons: reply.buttons, file: reply.file });
  return sendWithin(app, tx, member, { conversationId, clientId, draft, quickReplyId });
}

/** The change to the work, remembered like a change to many, so that it is taken back in the same way. */
async function organizeBy(
  desk: Desk,
  { conversationId }: MacroRun,
  steps: readonly MacroStep[],
): Promise<string | null | ChangeRefused> {
  const { app, tx, member } = desk;
  const { workspaceId } = member;
  const now = app.clock.now();
  const change = workChangeOf(steps, { now, memberId: member.id });
  if (Object.keys(change).length === 0) return null;
  // Who was named when it was written may have left since.
  const refused = await refusalOfChange(tx, workspaceId, change, now);
  if (refused) return refused;
  const { made, channelIds, events } = await organize(desk, [conversationId], (_, work) =>
    changed(work, change),
  );
  for (const channelId of channelIds) desk.channels.add(channelId);
  desk.events.push(...events);
  if (made.length === 0) return null;
  const id = app.ids.next();
  const bulk = { id, memberId: member.id, change, undoes: null, at: now };
  await insertBulkChange(tx, workspaceId, bulk, [conversationId]);
  await saveBatch(tx, workspaceId, id, { taken: [conversationId], made, isLast: true, now });
  return id;
}
