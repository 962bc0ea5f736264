import { windowAt } from "../conversations/window.ts";
import { type Surroundings, holds, isTriggered } from "./conditions.ts";
import type { Facts } from "./facts.ts";
import { type Guard, guardOf, remember, sendsOf } from "./guards.ts";
import { type Action, type Rule, isSend } from "./rule.ts";
import { fillWords } from "./words.ts";

/** The rules of a workspace in their order, and what their conditions may ask. */
export type RuleSet = { readonly rules: readonly Rule[]; readonly around: Surroundings };

/** An action that is done, or why this one is left out although the rule fires. */
export type PlannedAction = {
  readonly action: Action;
  readonly leftOut: "window-closed" | "window-open" | null;
};

/** What one rule makes of one occurrence. A rule whose conditions do not hold makes nothing of it. */
export type Decision =
  | { readonly rule: Rule; readonly does: "fire"; readonly actions: readonly PlannedAction[] }
  | { readonly rule: Rule; readonly does: "hold"; readonly because: Guard };

/**
 * Decides what the rules do about one occurrence: the server asks it for what
 * happens, the dry run for what has happened.
 *
 * All rules look at the same facts, except that each counts in its budgets what
 * those above it do. A rule that is held does not end the list, even when it is
 * meant to be the last one.
 */
export function fire(now: Date, { rules, around }: RuleSet, facts: Facts): Decision[] {
  const decisions: Decision[] = [];
  let memory = facts.memory;
  for (const rule of rules) {
    if (!rule.isOn || !isTriggered(now, rule.trigger, facts)) continue;
    if (!rule.conditions.every((it) => holds(now, it, facts, around))) continue;

    const decision = decide(now, rule, { ...facts, memory });
    decisions.push(decision);
    if (decision.does === "hold") continue;
    memory = remember(now, memory, { ruleId: rule.id, texts: textsOf(decision.actions, facts) });
    if (rule.isLast) break;
  }
  return decisions;
}

function decide(now: Date, rule: Rule, facts: Facts): Decision {
  const isOpen = windowAt(now, facts.lastInboundAt).open;
  const actions = rule.actions.map((action) => ({ action, leftOut: leftOutOf(action, isOpen) }));
  const done = actions.filter(({ leftOut }) => leftOut === null).map(({ action }) => action);
  const because = guardOf(now, rule, facts, sendsOf(done));
  if (because !== null) return { rule, does: "hold", because };
  if (done.length === 0) return { rule, does: "hold", because: "window-closed" };
  return { rule, does: "fire", actions };
}

/** Outside the window nothing but a template reaches anybody, and a rule sends one only when it says so. */
function leftOutOf(action: Action, isWindowOpen: boolean): PlannedAction["leftOut"] {
  if (action.kind === "send-text" && !isWindowOpen) return "window-closed";
  if (action.kind === "send-template" && action.when === "closed-window" && isWindowOpen) {
    return "window-open";
  }
  return null;
}

/** What a decision writes to the contact, as far as the guards compare texts. */
export function textsOf(
  actions: readonly PlannedAction[],
  facts: Pick<Facts, "contact">,
): string[] {
  return actions.flatMap(({ action, leftOut }) => {
    if (leftOut !== null || !isSend(action)) return [];
    if (action.kind === "send-text") return [fillWords(action.text, facts.contact)];
    return action.kind === "send-template" ? [action.name] : [];
  });
}
