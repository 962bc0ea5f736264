import type { PlannedAction } from "@galka/core/automations/fire";
import type { Action, Rule } from "@galka/core/automations/rule";
import { fillWords } from "@galka/core/automations/words";
import { type WorkspaceId, idOf } from "@galka/core/kernel/ids";
import { writeNote } from "@galka/core/messages/note";
import { unreachable } from "@galka/core/kernel/unreachable";
import type { Tx } from "@galka/postgres/database";
import type { Job } from "@galka/postgres/jobs/enqueue";
import type { NewEvent } from "@galka/postgres/stores/events";
import { lockThread } from "@galka/postgres/stores/receiving/threads";
import type { FiredAction } from "@galka/postgres/stores/rules/firings";
import { insertCall } from "@galka/postgres/stores/rules/rule-calls";
import type { App } from "../../app.ts";
import { queueMessage } from "../messages/queue-message.ts";
import { keepNote } from "../notes/keep-note.ts";
import { changeWork } from "./change-work.ts";
import type { FoundFacts } from "./load-facts.ts";
import { templateWish } from "./template-wish.ts";

/** Where a firing does its work, and what is to be told once all of it is done. */
export type FiringDesk = {
  readonly app: App;
  readonly tx: Tx;
  readonly workspaceId: WorkspaceId;
  readonly now: Date;
  readonly rule: Rule;
  readonly firingId: string;
  readonly found: FoundFacts;
  readonly events: NewEvent[];
  readonly jobs: Job[];
  readonly sendsTo: Set<string>;
  /** The conversations whose work was changed. */
  readonly worked: Set<string>;
};

/** What became of one action. */
export type Became = Omit<FiredAction, "kind">;

export const DONE: Became = { became: "done" };

/** Does what was decided, in order. What cannot be done any more is written down and keeps nothing else back. */
export async function doActions(
  desk: FiringDesk,
  planned: readonly PlannedAction[],
): Promise<FiredAction[]> {
  const fired: FiredAction[] = [];
  for (const { action, leftOut } of planned) {
    const { kind } = action;
    if (leftOut === null) fired.push({ kind, ...(await doAction(desk, action)) });
    else fired.push({ kind, became: "left-out", because: leftOut });
  }
  return fired;
}

async function doAction(desk: FiringDesk, action: Action): Promise<Became> {
  switch (action.kind) {
    case "send-text": {
      const text = fillWords(action.text, desk.found.facts.contact);
      return send(desk, { kind: "text", text });
    }
    case "send-template": {
      const wish = await templateWish(desk, action);
      return "because" in wish ? { became: "refused", ...wish } : send(desk, wish);
    }
    case "add-note":
      return note(desk, fillWords(action.text, desk.found.facts.contact));
    case "webhook":
      return call(desk, action.url);
    case "add-label":
    case "remove-label":
    case "assign-member":
    case "assign-team":
    case "set-state":
    case "set-priority":
    case "remind":
      return changeWork(desk, action);
    default:
      return unreachable(action);
  }
}

async function send(
  desk: FiringDesk,
  draft: Parameters<typeof queueMessage>[1]["draft"],
): Promise<Became> {
  const { app, tx, workspaceId, rule, found } = desk;
  const thread = await lockThread(tx, workspaceId, idOf(found.conversation.id));
  if (!thread) return { became: "refused", because: "not-found" };
  const author = { by: "rule", id: rule.id, name: rule.name } as const;
  const queued = await queueMessage(
    { app, tx, workspaceId, thread, author },
    { clientId: app.ids.next(), draft },
  );
  if ("refused" in queued) return { became: "refused", because: queued.refused };
  desk.events.push(...queued.events);
  if (queued.channelId !== null) desk.sendsTo.add(queued.channelId);
  return { became: "done", otherId: queued.messageId };
}

/** A rule's note is for the team: no send, and nobody is named in it. */
async function note(desk: FiringDesk, text: string): Promise<Became> {
  const { app, tx, workspaceId, rule, found } = desk;
  const thread = await lockThread(tx, workspaceId, idOf(found.conversation.id));
  if (!thread) return { became: "refused", because: "not-found" };
  const content = writeNote({ text, mentions: [] }, new Set());
  if ("refused" in content) return { became: "refused", because: content.refused };
  const author = { by: "rule", id: rule.id, name: rule.name } as const;
  const kept = { clientId: app.ids.next(), replyToId: null, content };
  const { messageId, event } = await keepNote({ app, tx, workspaceId, author }, thread, kept);
  desk.events.push(event);
  return { became: "done", otherId: messageId };
}

async function call(desk: FiringDesk, url: string): Promise<Became> {
  const { app, tx, workspaceId, now, rule, firingId, found } = desk;
  const id = app.ids.next();
  const { conversationId, messageId } = found.due;
  const about = { id, ruleId: rule.id, firingId, conversationId, messageId, url };
  await insertCall(tx, workspaceId, about, now);
  desk.jobs.push({
    task: "make-rule-call",
    payload: { workspaceId, callId: id },
    key: `make-rule-call:${id}`,
    maxAttempts: CALL_ATTEMPTS,
  });
  return { became: "done", otherId: id };
}

/** With pauses of e, e², … seconds that is about six hours. */
const CALL_ATTEMPTS = 10;
