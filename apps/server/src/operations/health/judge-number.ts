import { heldBrake, judge, stillOverruled } from "@galka/core/health/brake";
import { examine } from "@galka/core/health/examine";
import {
  type Before,
  type Finding,
  brakeFor,
  parseBefore,
  rankOf,
} from "@galka/core/health/finding";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { retrying } from "@galka/postgres/retry";
import { type NewEvent, appendEvents } from "@galka/postgres/stores/events";
import {
  type BrakeRecord,
  lockBrakeRecord,
  saveBrakeRecord,
} from "@galka/postgres/stores/health/brakes";
import { noticeTemplates } from "@galka/postgres/stores/health/health-templates";
import {
  type HealthEvent,
  type HealthEventKind,
  insertHealthEvents,
} from "@galka/postgres/stores/health/history";
import type { App } from "../../app.ts";
import type { NumberPlace } from "../channels/open-number.ts";
import { type NumberFacts, readHealthFacts } from "./read-facts.ts";

/** What somebody of the team should hear of. */
export type Alarm = {
  readonly channelId: string;
  readonly channelName: string;
  readonly check: Finding["check"];
  readonly severity: "warning" | "critical";
};

export type Judgement = {
  readonly facts: NumberFacts;
  readonly findings: readonly Finding[];
  readonly record: BrakeRecord;
  readonly alarms: readonly Alarm[];
};

/**
 * Looks at a number, decides how far it is held back, and tells what is worse than before.
 *
 * The last look stays locked until the commit, so however many processes look
 * at once, each alarm is raised once and the brake moves once. A brake is read
 * by the sender with its next claim: it is in force within half a second.
 */
export async function judgeNumber(app: App, place: NumberPlace): Promise<Judgement | null> {
  const { workspaceId, channelId } = place;
  const judgement = await retrying(() =>
    inWorkspace(app.db, workspaceId, (tx) => judgeIn(app, tx, place)),
  );
  if (!judgement) return null;
  app.wake.tell("events", workspaceId);
  app.wake.tell("sends", channelId);
  return judgement;
}

async function judgeIn(
  app: App,
  tx: Tx,
  { workspaceId, channelId }: NumberPlace,
): Promise<Judgement | null> {
  const now = app.clock.now();
  const noticed = await noticeTemplates(tx, workspaceId, channelId, now);
  const facts = await readHealthFacts(tx, workspaceId, channelId, now);
  if (!facts) return null;
  const before = await lockBrakeRecord(tx, workspaceId, channelId, now);
  const known = parseBefore(before.findings);
  const findings = examine(now, facts.facts, known);
  const record = recordAfter(now, before, findings);
  const worse = findings.filter((it) => isAlarm(it, known));
  const told = [
    ...noticed.map((it) => event("template", it.before, it)),
    ...worse.map((it) => event("alarm", known[it.check] ?? "ok", presentFinding(it))),
    ...brakeEvents(before, record).map(([kind, from, to]) => event(kind, from, to)),
  ];
  await saveBrakeRecord(tx, workspaceId, channelId, record);
  await insertHealthEvents(tx, workspaceId, told);
  await appendEvents(tx, workspaceId, now, eventsOf(before, record, told));
  const alarms = worse.flatMap(({ check, severity }) =>
    severity === "warning" || severity === "critical"
      ? [{ channelId, channelName: facts.told.name, check, severity }]
      : [],
  );
  return { facts, findings, record, alarms };

  function event(kind: HealthEventKind, from: unknown, to: unknown): HealthEvent {
    return {
      id: app.ids.next(),
      channelId,
      at: now,
      kind,
      before: from,
      after: to,
      memberId: null,
    };
  }
}

/** The record after a look: of what a person has decided only what still holds. */
export function recordAfter(
  now: Date,
  before: BrakeRecord,
  findings: readonly Finding[],
): BrakeRecord {
  const asked = brakeFor(findings);
  const state = judge(now, before.state, asked);
  const overrule = stillOverruled(now, before.overrule, asked) ? before.overrule : null;
  return {
    state,
    overrule,
    held: heldBrake(state, overrule),
    judgedAt: now,
    findings: findings.map(presentFinding),
  };
}

function presentFinding({ check, severity, reason, brake, figures }: Finding) {
  return { check, severity, reason, brake, figures };
}

/** Worse than at the last look, and bad enough to be told. */
function isAlarm({ check, severity }: Finding, before: Before): boolean {
  return rankOf(severity) >= rankOf("warning") && rankOf(severity) > rankOf(before[check] ?? "ok");
}

type Change = readonly [HealthEventKind, unknown, unknown];

function brakeEvents(before: BrakeRecord, after: BrakeRecord): Change[] {
  const ended = before.overrule !== null && after.overrule === null;
  return [
    ...(ended ? [["overrule-ended", before.overrule, after.state.brake] as const] : []),
    ...(before.state.brake === after.state.brake
      ? []
      : [["brake", before.state.brake, causesOf(after)] as const]),
  ];
}

function causesOf({ state, findings }: BrakeRecord) {
  return { brake: state.brake, findings };
}

/** Nobody is told of a look that found what the one before had found. */
function eventsOf(
  before: BrakeRecord,
  after: BrakeRecord,
  told: readonly HealthEvent[],
): NewEvent[] {
  const isSame =
    told.length === 0 &&
    before.held === after.held &&
    gist(before.findings) === gist(after.findings);
  return isSame ? [] : [{ kind: "collection-changed", otherId: "health" }];
}

function gist(findings: unknown): string {
  return JSON.stringify(parseBefore(findings));
}
