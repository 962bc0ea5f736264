import type { Surroundings } from "../conditions.ts";
import type { Facts, Memory } from "../facts.ts";
import type { Rule } from "../rule.ts";

export const NOON = new Date("2026-11-22T12:00:00Z");

export const NOTHING_REMEMBERED: Memory = {
  lines: [],
  sentAt: [],
  firedAt: [],
  lastFiredAt: new Map(),
  firedInHour: new Map(),
};

/** The office is always open and somebody is there; a pattern is a plain piece of text. */
export const PLAIN: Surroundings = {
  matches: (pattern, text) => text.includes(pattern),
  isOfficeOpen: () => true,
  isSomeoneThere: () => true,
};

/** A rule that answers every message, with what the test cares about changed. */
export function rule(some: Partial<Rule> = {}): Rule {
  return {
    id: "answer",
    name: "Answer",
    isOn: true,
    trigger: { kind: "message" },
    conditions: [],
    actions: [{ kind: "send-text", text: "Thank you" }],
    restMinutes: 0,
    mostPerHour: 1000,
    isLast: false,
    ...some,
  };
}

/** A contact who wrote once, at noon, for the first time. */
export function facts(some: Partial<Facts> = {}): Facts {
  return {
    occurrence: { kind: "message", messageId: "m1", at: NOON, text: "Hello there" },
    channelId: "shop",
    contact: { name: "Luz Vega", country: "AR", language: "es", fields: {} },
    work: { state: "open", priority: "normal", assigneeId: null, teamId: null, labelIds: [] },
    lastInboundAt: NOON,
    previousInboundAt: null,
    memory: NOTHING_REMEMBERED,
    ...some,
  };
}
