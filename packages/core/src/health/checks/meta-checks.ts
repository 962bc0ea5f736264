import { isRestricted } from "../account-word.ts";
import type { Brake } from "../brake.ts";
import type { HealthFacts, TemplateFact } from "../facts.ts";
import { type Evidence, type Finding, type Severity, finding } from "../finding.ts";

/** What Meta itself says of the number: green, yellow or red by the feedback of seven days. */
export function checkQuality(_now: Date, facts: HealthFacts): Finding {
  const { quality, worstQuality } = facts;
  const { blocked } = facts.signals;
  const base = { check: "quality", reason: quality, figures: { blocked } } as const;
  switch (quality) {
    case "red":
      return finding({ ...base, severity: "critical", brake: "pause-marketing" });
    case "yellow":
      return finding({ ...base, severity: "warning", brake: "slow" });
    case "green":
    case "unknown": {
      const hasFallen = worstQuality === "yellow" || worstQuality === "red";
      return hasFallen
        ? finding({ ...base, reason: "recovered", severity: "notice" })
        : finding({ ...base, severity: "ok" });
    }
    default:
      return quality satisfies never;
  }
}

/** The number has been held for spam: writing first is refused until Meta lets go. */
export function checkSpamHold(_now: Date, { signals }: HealthFacts): Finding {
  const count = signals["spam-held"];
  if (count === 0) return finding({ check: "spam-hold", severity: "ok", figures: { count } });
  return finding({
    check: "spam-hold",
    severity: "critical",
    brake: "pause-marketing",
    figures: { count },
  });
}

type Verdict = {
  readonly reason: string;
  readonly severity: Severity;
  readonly brake: Brake;
  readonly evidence: readonly Evidence[];
};

/** What Meta says of the account: bans, restrictions, broken rules, alerts, and whether it can send at all. */
export function checkAccount(now: Date, facts: HealthFacts): Finding {
  const found = ACCOUNT_RULES.map((rule) => rule(now, facts)).find((it) => it !== null);
  const { policy } = facts.signals;
  if (!found) return finding({ check: "account", severity: "ok", figures: { policy } });
  return finding({ check: "account", ...found, figures: { policy } });
}

type AccountRule = (now: Date, facts: HealthFacts) => Verdict | null;

const FORGOTTEN_MS = 7 * 24 * 60 * 60_000;

/** The gravest first: what follows from it holds for all that is less. */
const ACCOUNT_RULES: readonly AccountRule[] = [
  (_now, { account: { ban } }) => {
    if (ban === null || ban.state === "reinstated") return null;
    const isOver = ban.state !== "scheduled";
    const evidence = told(ban.on ?? "", ban.at);
    const brake = isOver ? "pause-all" : "pause-marketing";
    return { reason: `ban-${ban.state}`, severity: "critical", brake, evidence };
  },
  (now, { account: { restriction } }) => {
    const answers = isRestricted(now, restriction, "answers");
    const starts = isRestricted(now, restriction, "starts");
    if (!answers && !starts) return null;
    const reason = answers ? "restricted-answers" : "restricted-starts";
    const until = restriction?.of.find((it) => it.until !== null)?.until ?? "";
    const brake = answers ? "pause-all" : "pause-marketing";
    return { reason, severity: "critical", brake, evidence: told(until, restriction?.at ?? null) };
  },
  (_now, { standing }) => {
    if (standing.canSend !== "blocked") return null;
    const evidence = standing.problems.flatMap(({ what }) => told(what, null));
    return { reason: "blocked", severity: "critical", brake: "pause-marketing", evidence };
  },
  (now, { account: { violation }, signals }) => {
    const isFresh =
      violation !== null && now.getTime() - new Date(violation.at).getTime() < FORGOTTEN_MS;
    if (!isFresh && signals.policy === 0) return null;
    const evidence = violation === null ? [] : told(violation.rule, violation.at);
    // A warning is one step before the first hold: from here on nothing may be risked.
    return { reason: "violation", severity: "critical", brake: "pause-marketing", evidence };
  },
  (_now, { standing }) => {
    if (standing.canSend !== "limited") return null;
    const evidence = standing.problems.flatMap(({ what }) => told(what, null));
    return { reason: "limited", severity: "warning", brake: "none", evidence };
  },
  (now, { account: { alert } }) => {
    if (alert === null || !alert.isActive) return null;
    if (now.getTime() - new Date(alert.at).getTime() >= FORGOTTEN_MS) return null;
    const severity = alert.severity === "information" ? "notice" : "warning";
    const evidence = told(alert.text ?? alert.what, alert.at);
    return { reason: "alert", severity, brake: "none", evidence };
  },
];

function told(text: string, at: string | null): Evidence[] {
  return text === "" ? [] : [{ kind: "told", text, at }];
}

const FRESH_MS = 24 * 60 * 60_000;

/** Templates that Meta paused, disabled, gave a bad mark or moved to another category. */
export function checkTemplates(now: Date, { templates, signals }: HealthFacts): Finding {
  // What stops a template is told before what only makes it dearer.
  const judged = templates
    .flatMap((template) => judgeTemplate(now, template))
    .toSorted((one, other) => Number(isPriced(one)) - Number(isPriced(other)));
  const worst =
    judged.find(({ severity }) => severity === "critical") ??
    judged.find(({ severity }) => severity === "warning") ??
    judged[0];
  const stopped = signals["template-stopped"];
  const figures = { count: judged.length, stopped };
  if (!worst) return finding({ check: "templates", severity: "ok", figures });
  const { reason, severity } = worst;
  const isFresh = judged.some((it) => it.isFresh && it.severity !== "notice" && !isPriced(it));
  const evidence = judged.map((it) => it.evidence);
  return finding({
    check: "templates",
    reason,
    severity,
    // It concerns one template, which is stopped already; slow is for what else goes out.
    brake: isFresh ? "slow" : "none",
    figures,
    evidence,
  });
}

type JudgedTemplate = {
  readonly reason: string;
  readonly severity: Severity;
  readonly isFresh: boolean;
  readonly evidence: Evidence;
};

function isPriced({ reason }: Pick<JudgedTemplate, "reason">): boolean {
  return reason === "recategorized";
}

function judgeTemplate(now: Date, template: TemplateFact): JudgedTemplate[] {
  const { name, language, status, category, quality, change } = template;
  const isFresh = change !== null && now.getTime() - change.at.getTime() < FRESH_MS;
  const said = (reason: string, severity: Severity, what: string): JudgedTemplate[] => [
    { reason, severity, isFresh, evidence: { kind: "template", name, language, what } },
  ];
  if (status === "disabled") return said("disabled", isFresh ? "critical" : "notice", status);
  if (status === "paused") return said("paused", "warning", status);
  if (quality === "red") return said("red", "warning", quality);
  if (change?.what === "category" && now.getTime() - change.at.getTime() < FORGOTTEN_MS) {
    const what = change.before === null ? category : `${change.before} → ${category}`;
    return said("recategorized", isFresh ? "warning" : "notice", what);
  }
  if (quality === "yellow") return said("yellow", "notice", quality);
  return [];
}
