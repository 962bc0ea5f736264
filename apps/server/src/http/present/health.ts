import type {
  HealthEventJson,
  HealthFindingJson,
  HealthSummaryJson,
  NumberHealthJson,
} from "@galka/contract/json/numbers/health";
import { CALM_MS } from "@galka/core/health/brake";
import type { Finding } from "@galka/core/health/finding";
import type {
  HealthSummary,
  NumberHealth,
  HealthPage,
} from "../../operations/health/read-health.ts";

export function presentHealthSummary(it: HealthSummary): HealthSummaryJson {
  const { channel, record, severity, alarms } = it;
  return {
    channelId: channel.id,
    name: channel.name,
    displayPhone: channel.displayPhone,
    severity,
    held: record.held,
    isOverruled: record.overrule !== null,
    alarms: alarms.map(({ check, severity: worth }) => ({ check, severity: worth })),
  };
}

export function presentNumberHealth(it: NumberHealth): NumberHealthJson {
  const { told, facts, record, overrule } = it;
  const { signals } = facts;
  return {
    channelId: it.channelId,
    name: told.name,
    displayPhone: told.displayPhone,
    status: told.status,
    judgedAt: record.judgedAt.toISOString(),
    held: record.held,
    factor: it.factor,
    own: presentState(record),
    overrule: overrule && {
      brake: overrule.brake,
      reason: overrule.reason,
      memberName: overrule.memberName,
      at: overrule.at.toISOString(),
      until: overrule.until.toISOString(),
    },
    findings: it.findings.map(presentFinding),
    ageDays: it.ageDays,
    registeredAt: facts.registeredAt.toISOString(),
    tier: presentTier(it),
    throughputPerSecond: facts.throughputPerSecond,
    quality: facts.quality,
    qualitySince: facts.qualitySince?.toISOString() ?? null,
    week: { ...facts.week },
    asked: { ...facts.asked },
    today: {
      sent: facts.sentToday,
      blocked: signals.blocked,
      unreachable: signals.unreachable,
      unwanted: signals.unwanted,
      optedOut: Math.max(signals["opted-out"], facts.consent.withdrawn),
    },
    templates: facts.templates.map(({ name, language, status, category, quality }) => ({
      name,
      language,
      status,
      category,
      quality,
    })),
    days: it.pictures.map((day) => ({ ...day })),
  };
}

function presentState({ state: { brake, since, calmSince } }: NumberHealth["record"]) {
  const looserAt = calmSince === null ? null : new Date(calmSince.getTime() + CALM_MS[brake]);
  return { brake, since: since.toISOString(), looserAt: looserAt?.toISOString() ?? null };
}

function presentTier({ facts: { tier }, freed }: NumberHealth): NumberHealthJson["tier"] {
  return {
    name: tier.tier,
    isKnown: tier.limit.isKnown,
    limit: tier.limit.people,
    used: tier.used,
    reserved: tier.reserved,
    left: tier.left,
    freed: freed.map(({ at, count }) => ({ at: at.toISOString(), count })),
  };
}

function presentFinding({ figures, evidence, ...finding }: Finding): HealthFindingJson {
  return { ...finding, figures: { ...figures }, evidence: evidence.map((it) => ({ ...it })) };
}

export function presentHealthEvent(it: HealthPage["items"][number]): HealthEventJson {
  const { id, at, kind, before, after, memberName } = it;
  return { id, at: at.toISOString(), kind, before, after, memberName };
}
