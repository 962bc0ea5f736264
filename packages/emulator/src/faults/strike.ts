import { createHash } from "node:crypto";
import type { Fault, FaultMatch, RequestAction, WebhookAction } from "../store/kinds/fault.ts";
import { unreachable } from "../unreachable.ts";
import type { World } from "../world.ts";

/** What a rule may ask about. */
export type Occasion = {
  readonly method?: string | undefined;
  readonly path?: string | undefined;
  readonly phoneNumberId?: string | undefined;
  /** All names of the person: number and BSUID. */
  readonly to?: readonly string[] | undefined;
  readonly template?: string | undefined;
  readonly type?: string | undefined;
  readonly update?: string | undefined;
  readonly field?: string | undefined;
  readonly status?: string | undefined;
};

/** A rule that struck: what it does, and until when it is in force. */
export type Struck<Action> = { readonly action: Action; readonly until: number | null };

/** The first rule that is in force, fits and strikes; counted in the rules. */
export function strike(
  world: World,
  on: "request",
  occasion: Occasion,
): Struck<RequestAction> | null;
export function strike(
  world: World,
  on: "webhook",
  occasion: Occasion,
): Struck<WebhookAction> | null;
export function strike(
  world: World,
  on: "request" | "webhook",
  occasion: Occasion,
): Struck<RequestAction | WebhookAction> | null {
  const now = world.clock.now();
  for (const fault of world.kinds.faults.list()) {
    const { rule } = fault;
    if (rule.on !== on || !isInForce(fault, now) || !fits(rule.match, occasion)) continue;
    const struck = strikes(fault);
    world.kinds.faults.put(fault.id, {
      ...fault,
      fitCount: fault.fitCount + 1,
      strikeCount: fault.strikeCount + (struck ? 1 : 0),
    });
    if (struck) return { action: rule.action, until: fault.until };
  }
  return null;
}

/** From its first instant until just before its last. */
export function isInForce(fault: Pick<Fault, "from" | "until">, now: number): boolean {
  return fault.from <= now && (fault.until === null || now < fault.until);
}

/** Every given part of the match has to fit. */
export function fits(match: FaultMatch, occasion: Occasion): boolean {
  if (match.method !== undefined && match.method.toUpperCase() !== occasion.method) return false;
  if (match.path !== undefined && !(occasion.path ?? "").includes(match.path)) return false;
  const to = match.to?.replace(/^\+/, "");
  if (to !== undefined && !(occasion.to ?? []).includes(to)) return false;
  return SAME.every((key) => match[key] === undefined || match[key] === occasion[key]);
}

const SAME = ["phoneNumberId", "template", "type", "update", "field", "status"] as const;

/** Whether the rule strikes this time, given how often it fitted and struck before. */
export function strikes(fault: Fault): boolean {
  const { when } = fault.rule;
  switch (when.kind) {
    case "always":
      return true;
    case "next":
      return fault.strikeCount < when.count;
    case "every":
      return (fault.fitCount + 1) % when.nth === 0;
    case "probability":
      return dice(when.seed ?? 1, fault.fitCount) < when.probability;
    default:
      return unreachable(when);
  }
}

/** A number from 0 to 1 that depends on nothing but the seed and the count. */
function dice(seed: number, count: number): number {
  const hash = createHash("sha256").update(`${seed}:${count}`).digest();
  return hash.readUInt32BE(0) / 2 ** 32;
}
