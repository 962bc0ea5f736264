import type { ContactFacts, Facts, Line, Memory, Occurrence, Work } from "./facts.ts";
import { type Decision, type RuleSet, fire, textsOf } from "./fire.ts";
import { remember } from "./guards.ts";
import { type Silences, silencesOf } from "./silence.ts";
import { workAfter } from "./work-after.ts";

/** A message of the past that rules might have met. What rules wrote then is not among them. */
export type PastLine = {
  readonly id: string;
  readonly from: "contact" | "member";
  /** Written on the phone: it ends a silence and begins none. */
  readonly isEcho?: boolean;
  readonly text: string;
  readonly at: Date;
};

export type PastConversation = {
  readonly id: string;
  readonly channelId: string;
  readonly contact: ContactFacts;
  /** As it is today: nobody remembers every change of a week. It counts as open at the beginning. */
  readonly work: Work;
  /** When the contact wrote last before the first of the lines; null when they never did. */
  readonly previousInboundAt: Date | null;
  /** Oldest first. */
  readonly lines: readonly PastLine[];
};

/** What a rule would have done. */
export type PastDecision = {
  readonly conversationId: string;
  readonly occurrence: Occurrence;
  readonly at: Date;
  readonly decision: Decision;
};

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** The guards look at no more lines of a day than these. */
export const LINES_KEPT = 40;

/**
 * What the rules would have done about these conversations, until `until`.
 *
 * It is `fire` that decides, with what happened in the order in which it
 * happened; what a decision changes counts for those after it, as it would have.
 */
export function replay(
  until: Date,
  set: RuleSet,
  conversations: readonly PastConversation[],
): PastDecision[] {
  const decided: PastDecision[] = [];
  const silences = silencesOf(set.rules);
  const firedAt = new Map<string, Date[]>();
  const stages = new Map(conversations.map((it) => [it.id, startStage(it)]));
  const happenings = conversations
    .flatMap((it) => happeningsOf(it, silences))
    .filter(({ at }) => at <= until)
    .toSorted((one, other) => one.at.getTime() - other.at.getTime() || one.order - other.order);

  for (const { at, conversationId, line, silence } of happenings) {
    const stage = stages.get(conversationId);
    if (!stage) continue;
    const occurrence = occurrenceOf(stage, line, silence);
    if (!occurrence) {
      if (line) stage.memory = { ...stage.memory, lines: [...stage.memory.lines, line] };
      continue;
    }
    const facts = factsOf(at, stage, occurrence, firedAt);
    const decisions = fire(at, set, facts);
    if (line) stage.memory = { ...stage.memory, lines: [...stage.memory.lines, line] };
    for (const decision of decisions) {
      decided.push({ conversationId, occurrence, at, decision });
      follow(at, stage, facts, decision);
      if (decision.does === "fire") {
        const times = firedAt.get(decision.rule.id) ?? [];
        firedAt.set(decision.rule.id, [...times.filter((it) => isWithin(at, it, HOUR_MS)), at]);
      }
    }
  }
  return decided;
}

type Silence = { readonly kind: keyof Silences; readonly of: PastLine; readonly minutes: number };

type Happening = {
  readonly at: Date;
  /** What was due comes after what was said at the same moment. */
  readonly order: number;
  readonly conversationId: string;
  readonly line?: PastLine;
  readonly silence?: Silence;
};

function happeningsOf(past: PastConversation, silences: Silences): Happening[] {
  const conversationId = past.id;
  return past.lines.flatMap((line) => {
    const kind = line.from === "contact" ? "member-silent" : "contact-silent";
    const minutesOf = line.isEcho === true ? [] : silences[kind];
    const dues = minutesOf.map((minutes) => ({
      at: new Date(line.at.getTime() + minutes * MINUTE_MS),
      order: 1,
      conversationId,
      silence: { kind, of: line, minutes } as const,
    }));
    return [{ at: line.at, order: 0, conversationId, line }, ...dues];
  });
}

/** A conversation while it is replayed. */
type Stage = {
  readonly past: PastConversation;
  work: Work;
  memory: Memory;
  /** The lines of people so far. */
  said: PastLine[];
  lastInboundAt: Date | null;
};

function startStage(past: PastConversation): Stage {
  return {
    past,
    work: { ...past.work, state: "open" },
    memory: {
      lines: [],
      sentAt: [],
      firedAt: [],
      lastFiredAt: new Map(),
      firedInHour: new Map(),
    },
    said: [],
    lastInboundAt: past.previousInboundAt,
  };
}

function occurrenceOf(
  stage: Stage,
  line: PastLine | undefined,
  silence: Silence | undefined,
): Occurrence | null {
  if (line) return meet(stage, line);
  return silence ? silenceOf(stage, silence) : null;
}

/** Puts a line on the stage; a contact's is an occurrence. Whoever writes opens the conversation again. */
function meet(stage: Stage, line: PastLine): Occurrence | null {
  stage.said.push(line);
  stage.work = { ...stage.work, state: "open" };
  if (line.from === "member") return null;
  return { kind: "message", messageId: line.id, at: line.at, text: line.text };
}

function silenceOf(stage: Stage, { kind, of, minutes }: Silence): Occurrence {
  const place = stage.said.indexOf(of);
  const later = stage.said.slice(place + 1);
  const before = stage.said[place - 1] ?? null;
  const stillSilent =
    kind === "member-silent"
      ? beginsToWait(of, before, minutes) && later.every(({ from }) => from === "contact")
      : later.length === 0;
  return { kind, messageId: of.id, at: of.at, afterMinutes: minutes, stillSilent };
}

/** Of what a contact writes while they wait already, only the first counts. */
function beginsToWait(line: PastLine, before: PastLine | null, minutes: number): boolean {
  if (before?.from !== "contact") return true;
  return line.at.getTime() - before.at.getTime() >= minutes * MINUTE_MS;
}

function factsOf(
  now: Date,
  stage: Stage,
  occurrence: Occurrence,
  firedAt: ReadonlyMap<string, readonly Date[]>,
): Facts {
  const { past, work, memory } = stage;
  const previousInboundAt = stage.lastInboundAt;
  if (occurrence.kind === "message") stage.lastInboundAt = occurrence.at;
  return {
    occurrence,
    channelId: past.channelId,
    contact: past.contact,
    work,
    lastInboundAt: stage.lastInboundAt,
    previousInboundAt,
    memory: {
      ...memory,
      lines: lately(now, memory.lines),
      sentAt: memory.sentAt.filter((at) => isWithin(now, at, DAY_MS)),
      firedAt: memory.firedAt.filter((at) => isWithin(now, at, DAY_MS)),
      firedInHour: new Map(
        [...firedAt].map(([id, times]) => [
          id,
          times.filter((at) => isWithin(now, at, HOUR_MS)).length,
        ]),
      ),
    },
  };
}

function lately(now: Date, lines: readonly Line[]): Line[] {
  return lines.filter(({ at }) => isWithin(now, at, DAY_MS)).slice(-LINES_KEPT);
}

function isWithin(now: Date, at: Date, spanMs: number): boolean {
  return now.getTime() - at.getTime() < spanMs;
}

function follow(now: Date, stage: Stage, facts: Facts, decision: Decision): void {
  if (decision.does === "hold") return;
  const texts = textsOf(decision.actions, facts);
  stage.memory = remember(now, stage.memory, { ruleId: decision.rule.id, texts });
  for (const { action, leftOut } of decision.actions) {
    if (leftOut === null) stage.work = workAfter(stage.work, action);
  }
}
