import { listBubblesAfter } from "../../store/bubbles.ts";
import type { Bubble } from "../../store/bubbles.ts";
import { insertDue } from "../../store/due.ts";
import { findPersonById } from "../../store/people.ts";
import { parseJson } from "../../json.ts";
import {
  findScript,
  insertScript,
  listWaitingScripts,
  saveScript,
  type Script,
} from "../../store/people/scripts.ts";
import type { World } from "../../world.ts";
import { doStep, ScriptProblem } from "./do-step.ts";
import { type Step, steps } from "./step.ts";

/**
 * Starts a script: what a person does step by step in one chat.
 *
 * Messages that are there already are not waited for; those that come while the
 * script does something else are.
 */
export function startScript(
  world: World,
  given: Pick<Script, "personId" | "chatId" | "steps"> & { readonly seenSeq: number },
): Script {
  return world.db.write(() => {
    const startedAt = world.clock.now();
    const fresh = { ...given, nextStep: 0, state: "running", error: null, startedAt } as const;
    return prepare(world, insertScript(world.db, fresh));
  });
}

/** Ends a script before its time; one that has ended stays as it is. */
export function stopScript(world: World, script: Script): Script {
  if (script.state !== "running" && script.state !== "waiting") return script;
  return world.db.write(() => saveScript(world.db, { ...script, state: "stopped" }));
}

/** A pause is over, or the time to wait is. `subject` is script, step and which of them. */
export function goOnWithScript(world: World, subject: string): void {
  const [id = "", which = "", why = ""] = subject.split(" ");
  const script = findScript(world.db, Number(id));
  if (script === null || script.nextStep !== Number(which)) return;
  const step = stepOf(script);
  if (step === undefined) return;
  if (why === "late") giveUpWaiting(world, script, step);
  else if (script.state === "running") perform(world, script, step);
}

/** A message reached the person: scripts that wait for one go on. */
export function messageForScripts(world: World, personId: string, chatId: string): void {
  for (const script of listWaitingScripts(world.db, personId, chatId)) {
    const step = stepOf(script);
    if (step !== undefined) lookForMessage(world, script, step);
  }
}

/** Lets the pause before the next step pass; without one more step the script is done. */
function prepare(world: World, script: Script): Script {
  const step = stepOf(script);
  if (step === undefined) return saveScript(world.db, { ...script, state: "done" });
  const saved = saveScript(world.db, { ...script, state: "running" });
  const at = world.clock.now() + (step.after ?? 0);
  const subject = `${script.id} ${script.nextStep} go`;
  insertDue(world.db, { at, kind: "script", subject });
  world.wake(at);
  return saved;
}

function perform(world: World, script: Script, step: Step): void {
  if (step.waitFor !== undefined) {
    startWaiting(world, script, step);
    return;
  }
  const person = findPersonById(world.db, script.personId);
  try {
    if (person === null) throw new ScriptProblem("The person was removed.");
    doStep(world, { person, chatId: script.chatId, step });
  } catch (error) {
    if (!(error instanceof ScriptProblem)) throw error;
    fail(world, script, error.message);
    return;
  }
  prepare(world, { ...script, nextStep: script.nextStep + 1 });
}

function startWaiting(world: World, script: Script, step: Step): void {
  const waiting = saveScript(world.db, { ...script, state: "waiting" });
  if (lookForMessage(world, waiting, step) || step.within === undefined) return;
  const at = world.clock.now() + step.within;
  const subject = `${script.id} ${script.nextStep} late`;
  insertDue(world.db, { at, kind: "script", subject });
  world.wake(at);
}

/** Takes the first message that fits and that no step has taken before; says whether there was one. */
function lookForMessage(world: World, script: Script, step: Step): boolean {
  const { personId, chatId, seenSeq } = script;
  const found = listBubblesAfter(world.db, personId, chatId, seenSeq).find(
    (it) => it.direction === "in" && fits(it, step.waitFor),
  );
  if (found === undefined) return false;
  prepare(world, { ...script, seenSeq: found.seq, nextStep: script.nextStep + 1 });
  return true;
}

function fits({ content }: Bubble, wanted: Step["waitFor"]): boolean {
  if (wanted === undefined || wanted === "message") return true;
  if (wanted === "card") return content.kind === "card";
  if (wanted === "template") return content.kind === "card" && content.origin === "template";
  const said =
    content.kind === "text" || content.kind === "card"
      ? content.body
      : "caption" in content
        ? (content.caption ?? "")
        : "";
  return said.includes(wanted.text);
}

function giveUpWaiting(world: World, script: Script, step: Step): void {
  if (script.state !== "waiting") return;
  if (step.otherwise === "go-on") prepare(world, { ...script, nextStep: script.nextStep + 1 });
  else if (step.otherwise === "stop") saveScript(world.db, { ...script, state: "stopped" });
  else fail(world, script, "No such message came in time.");
}

function fail(world: World, script: Script, why: string): void {
  const error = `Step ${script.nextStep}: ${why}`;
  saveScript(world.db, { ...script, state: "failed", error });
}

function stepOf(script: Script): Step | undefined {
  return steps.parse(parseJson(script.steps))[script.nextStep];
}
