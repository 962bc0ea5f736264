import { type Decision, type RuleSet, fire } from "@galka/core/automations/fire";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { isDataError } from "@galka/postgres/data-error";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { type Job, enqueue } from "@galka/postgres/jobs/enqueue";
import { retrying } from "@galka/postgres/retry";
import { savepoint } from "@galka/postgres/savepoint";
import { type NewEvent, appendEvents } from "@galka/postgres/stores/events";
import { countFirings, insertFiring, saveFiredActions } from "@galka/postgres/stores/rules/firings";
import {
  deleteOccurrences,
  listDueOccurrences,
  listWorkspacesWithDueRules,
  tryLockOccurrences,
} from "@galka/postgres/stores/rules/occurrences";
import { listRulesThatAreOn } from "@galka/postgres/stores/rules/rules";
import type { App } from "../../app.ts";
import { followWork } from "../work/save-work.ts";
import { doActions } from "./do-actions.ts";
import { type FoundFacts, loadFacts } from "./load-facts.ts";
import { loadSurroundings } from "./load-surroundings.ts";

/**
 * Has the rules look at everything that is due, once; answers how much that was.
 *
 * What a rule does, the record of it and the end of the occurrence are one
 * transaction, so a crash leaves all or none; the record's unique key keeps a
 * rule from firing twice for one occurrence. Of several processes one at a time
 * looks at a workspace.
 */
export async function fireDueRules(app: App): Promise<number> {
  let looked = 0;
  for (const workspaceId of await listWorkspacesWithDueRules(app.db, app.clock.now())) {
    looked += await fireInWorkspace(app, workspaceId);
  }
  return looked;
}

type Round = {
  readonly app: App;
  readonly tx: Tx;
  readonly workspaceId: WorkspaceId;
  readonly now: Date;
  readonly set: RuleSet;
  readonly events: NewEvent[];
  readonly jobs: Job[];
  readonly sendsTo: Set<string>;
  readonly worked: Set<string>;
  readonly firedInHour: Map<string, number>;
};

const HOUR_MS = 60 * 60_000;

async function fireInWorkspace(app: App, workspaceId: WorkspaceId): Promise<number> {
  const done = await retrying(() =>
    inWorkspace(app.db, workspaceId, async (tx) => {
      const now = app.clock.now();
      if (!(await tryLockOccurrences(tx, workspaceId))) return null;
      const due = await listDueOccurrences(tx, workspaceId, now);
      if (due.length === 0) return null;
      const rules = await listRulesThatAreOn(tx, workspaceId);
      const set = { rules, around: await loadSurroundings(tx, workspaceId) };
      const firedInHour = await countFirings(tx, workspaceId, new Date(now.getTime() - HOUR_MS));
      const round: Round = { app, tx, workspaceId, now, set, firedInHour, ...emptyTold() };
      const found = rules.length === 0 ? [] : await loadFacts(tx, workspaceId, now, due);
      for (const one of found) await fireAbout(round, one);
      await deleteOccurrences(
        tx,
        workspaceId,
        due.map(({ id }) => id),
      );
      await enqueue(tx, round.jobs);
      const followed = await followWork({ app, tx, workspaceId, now }, [...round.worked]);
      const events = [...round.events, ...followed];
      await appendEvents(tx, workspaceId, now, events);
      return { looked: due.length, sendsTo: round.sendsTo, events: events.length };
    }),
  );
  if (done === null) return 0;
  for (const channelId of done.sendsTo) app.wake.tell("sends", channelId);
  if (done.events > 0) app.wake.tell("events", workspaceId);
  return done.looked;
}

/** How often a rule fired counts in all conversations, those of this round among them. */
async function fireAbout(round: Round, found: FoundFacts): Promise<void> {
  const { firedInHour } = round;
  const memory = { ...found.facts.memory, firedInHour };
  for (const decision of fire(round.now, round.set, { ...found.facts, memory })) {
    const fired = await carryOut(round, found, decision);
    const { id } = decision.rule;
    if (fired) firedInHour.set(id, (firedInHour.get(id) ?? 0) + 1);
  }
}

/** Answers whether the rule has fired now: not when it was held, nor when it had before. */
async function carryOut(round: Round, found: FoundFacts, decision: Decision): Promise<boolean> {
  const { app, tx, workspaceId, now } = round;
  const { rule } = decision;
  const { conversationId, messageId, kind } = found.due;
  const id = app.ids.next();
  const about = { id, ruleId: rule.id, conversationId, messageId, kind, at: now };
  const isHeld = decision.does === "hold";
  const outcome = isHeld
    ? ({ outcome: "held", because: decision.because } as const)
    : ({ outcome: "fired", because: null } as const);
  const trial = { ...round, rule, firingId: id, found, ...emptyTold() };
  try {
    const fired = await savepoint(tx, async () => {
      const isFirst = await insertFiring(tx, workspaceId, { ...about, ...outcome });
      if (!isFirst || isHeld) return false;
      const actions = await doActions(trial, decision.actions);
      await saveFiredActions(tx, workspaceId, id, actions);
      return true;
    });
    round.events.push(...trial.events);
    round.jobs.push(...trial.jobs);
    for (const channelId of trial.sendsTo) round.sendsTo.add(channelId);
    for (const id of trial.worked) round.worked.add(id);
    return fired;
  } catch (error) {
    if (!isDataError(error)) throw error;
    const because = error instanceof Error ? error.message.slice(0, 500) : String(error);
    app.log.error({ error, ruleId: rule.id }, "A rule could not do what it should");
    await insertFiring(tx, workspaceId, { ...about, outcome: "failed", because });
    return false;
  }
}

function emptyTold(): Pick<Round, "events" | "jobs" | "sendsTo" | "worked"> {
  return { events: [], jobs: [], sendsTo: new Set(), worked: new Set() };
}
