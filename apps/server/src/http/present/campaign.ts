import type {
  CampaignJson,
  CampaignRowJson,
  FunnelJson,
} from "@galka/contract/json/campaigns/campaign";
import type { CampaignForecastJson } from "@galka/contract/json/campaigns/forecast";
import type { RecipientJson, RecipientTextJson } from "@galka/contract/json/campaigns/recipient";
import type { CampaignReportJson } from "@galka/contract/json/campaigns/report";
import { toMinor } from "@galka/core/billing/money";
import { afterFailure, codeOf } from "@galka/core/campaigns/after-failure";
import { SKIPS, funnelOf } from "@galka/core/campaigns/recipient";
import { SIGNS } from "@galka/core/campaigns/first-wave";
import { HOLDS } from "@galka/core/campaigns/life-cycle";
import type { RecipientView } from "@galka/postgres/stores/campaigns/recipient-list";
import { z } from "zod";
import type { ForecastTold } from "../../operations/campaigns/reading/forecast-campaign.ts";
import type { PersonalText } from "../../operations/campaigns/reading/preview-campaign.ts";
import {
  type CampaignRow,
  type CampaignView,
  sumsOf,
} from "../../operations/campaigns/reading/read-campaigns.ts";
import type { CampaignReport } from "../../operations/campaigns/reading/read-report.ts";
import { presentContent } from "./content.ts";
import { presentFailure } from "./failure.ts";

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export function presentCampaignRow({
  campaign,
  funnel,
  templateNames,
  costs,
}: CampaignRow): CampaignRowJson {
  const { status } = campaign;
  return {
    id: campaign.id,
    name: campaign.name,
    channelId: campaign.channelId,
    state: status.state,
    hold: status.hold,
    createdById: campaign.createdBy,
    createdAt: campaign.createdAt.toISOString(),
    launchedById: status.launchedBy,
    launchedAt: iso(campaign.launchedAt),
    approvedById: campaign.approvedBy,
    startsAt: iso(campaign.startsAt),
    endedAt: iso(campaign.endedAt),
    audienceCount: campaign.audienceCount,
    funnel,
    templateNames: [...templateNames],
    costs: costs.map(({ currency, amountMicros }) => ({
      currency,
      totalMinor: toMinor(amountMicros, currency),
    })),
    repeatsId: campaign.repeatsId,
  };
}

export function presentCampaign(view: CampaignView): CampaignJson {
  const { campaign, counts } = view;
  const steps = [...new Set(counts.map(({ step }) => step))];
  return {
    ...presentCampaignRow(view),
    audience: campaign.audience,
    plan: campaign.plan,
    updatedAt: campaign.updatedAt.toISOString(),
    frozenAt: iso(campaign.frozenAt),
    perMinute: campaign.perMinute,
    steps: steps.map((step) => ({
      step,
      ...funnelOf(sumsOf(counts.filter((it) => it.step === step))),
    })),
    failures: failuresOf(view),
    skips: SKIPS.flatMap((reason) => {
      const count = sumOf(view, `skipped ${reason}`);
      return count === 0 ? [] : [{ reason, count }];
    }),
    wave: waveOf(view),
    test: testOf(view),
    speed: {
      perSecond: view.perSecond,
      waitsFor: view.waitsFor,
      minutes: view.minutes.map(({ at, count }) => ({ at: at.toISOString(), count })),
    },
    budget: campaign.status.hold === "budget" ? budgetOf(campaign.why) : null,
    endsAt: iso(view.endsAt),
    moves: view.moves.map(({ why, at, ...made }) => ({
      ...made,
      at: at.toISOString(),
      hold: held.safeParse(why).data?.hold ?? null,
    })),
    can: [...view.can],
  };
}

const held = z.object({ hold: z.enum(HOLDS) });

const stopped = z.object({
  budget: z.object({
    period: z.enum(["day", "month"]),
    limitMicros: z.number(),
    currency: z.string(),
  }),
  until: z.iso.date(),
});

function budgetOf(why: unknown): CampaignJson["budget"] {
  const { data } = stopped.safeParse(why);
  return data ? { ...data.budget, until: data.until } : null;
}

function sumOf({ counts }: CampaignView, what: string): number {
  return counts.reduce((all, it) => (it.what === what ? all + it.count : all), 0);
}

function failuresOf(view: CampaignView): CampaignJson["failures"] {
  const problems = view.counts.flatMap(({ what }) =>
    what.startsWith("failed ") ? [what.slice("failed ".length)] : [],
  );
  return [...new Set(problems)]
    .map((problem) => {
      const failure = presentFailure(view.explained.get(problem));
      return {
        problem,
        code: codeOf(problem),
        count: sumOf(view, `failed ${problem}`),
        explanation: failure?.explanation ?? null,
        advice: failure?.advice ?? null,
        again: againOf(problem),
      };
    })
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count);
}

function againOf(problem: string): CampaignJson["failures"][number]["again"] {
  const after = afterFailure(problem);
  if (after.again !== "after") return after.again;
  return after.ms === 0 ? "now" : "later";
}

const result = z.object({
  verdict: z.enum(["good", "bad", "too-few"]),
  findings: z.array(
    z.object({
      sign: z.enum(SIGNS),
      share: z.number(),
      usual: z.number().nullable(),
      limit: z.number(),
      isBad: z.boolean(),
    }),
  ),
  test: z
    .object({
      verdict: z.enum(["winner", "not-enough"]),
      variant: z.number().exactOptional(),
      leader: z.number().nullable().exactOptional(),
      chance: z.number(),
    })
    .nullable(),
});

function waveOf({ campaign }: CampaignView): CampaignJson["wave"] {
  const { waveSize, waveSentAt, waveJudgedAt, waveResult, plan } = campaign;
  if (waveSize === null) return null;
  const judged = result.safeParse(waveResult).data;
  const waitMs = (plan.firstWave?.waitMinutes ?? 0) * 60_000;
  return {
    size: waveSize,
    state: waveJudgedAt ? "judged" : waveSentAt ? "waiting" : "sending",
    judgedAt: iso(waveJudgedAt),
    judgesAt: waveSentAt && new Date(waveSentAt.getTime() + waitMs).toISOString(),
    verdict: judged?.verdict ?? null,
    findings: judged?.findings ?? [],
  };
}

function testOf({ campaign, rivals, names }: CampaignView): CampaignJson["test"] {
  const { test, messages } = campaign.plan;
  if (!test) return null;
  const judged = result.safeParse(campaign.waveResult).data?.test ?? null;
  return {
    by: test.by,
    verdict: judged?.verdict ?? "running",
    variant: judged?.variant ?? judged?.leader ?? null,
    chance: judged?.chance ?? null,
    rivals: messages.map(({ templateId }, variant) => {
      const share = rivals.find((it) => it.variant === variant)?.share;
      const { name = null, language = null } = names.get(templateId) ?? {};
      const [reached, hits] = [share?.of ?? 0, share?.hits ?? 0];
      return { variant, templateId, templateName: name, language, reached, hits };
    }),
  };
}

export function presentForecast(told: ForecastTold): CampaignForecastJson {
  const { forecast, tier } = told;
  const problems = told.problems.map((it) => ({
    what: it.what,
    weight: "problem" as const,
    templateName: "templateName" in it ? it.templateName : null,
    count: "most" in it ? it.most : null,
  }));
  const warnings = told.warnings.map((it) => {
    return { ...it, weight: "warning" as const, templateName: null };
  });
  return {
    audienceCount: told.audienceCount,
    reaches: forecast.reached,
    skips: [...told.skips],
    startsAt: told.startsAt.toISOString(),
    endsAt: iso(forecast.endsAt),
    days: [...forecast.days],
    perSecond: told.perSecond,
    slowedBy: [...forecast.slowedBy],
    tier: { limit: tier.limit.people, used: tier.used, left: tier.left },
    cost: presentCost(told.cost),
    problems: [...problems, ...warnings],
    needsApproval: told.needsApproval,
  };
}

function presentCost({ totals, lines }: ForecastTold["cost"]): CampaignForecastJson["cost"] {
  return {
    totals: totals.map((it) => ({ ...it })),
    lines: lines.map((it) => ({
      country: it.country,
      market: it.market,
      category: it.category,
      currency: it.currency,
      count: it.count,
      leastMicros: it.leastMicros,
      mostMicros: it.mostMicros,
      freeCount: it.freeCount,
    })),
  };
}

export function presentRecipient({ explanation, ...view }: RecipientView): RecipientJson {
  return {
    ...view,
    explanation: explanation ?? null,
    dueAt: iso(view.dueAt),
    stateAt: view.stateAt.toISOString(),
    tappedAt: iso(view.tappedAt),
    answeredAt: iso(view.answeredAt),
    optedOutAt: iso(view.optedOutAt),
  };
}

export function presentPersonalText({
  content,
  missing,
  ...text
}: PersonalText): RecipientTextJson {
  return { ...text, content: presentContent(content), missing: missing.map((it) => ({ ...it })) };
}

/** Per reader and per answer, where there are any: often less than the smallest coin. */
function presentCosts(
  { currency, amountMicros, freeCount }: CampaignReport["costs"][number],
  { read, answered }: FunnelJson,
): CampaignReportJson["costs"][number] {
  const each = (people: number) => (people === 0 ? null : Math.round(amountMicros / people));
  return {
    currency,
    totalMinor: toMinor(amountMicros, currency),
    perReaderMicros: each(read),
    perAnswerMicros: each(answered),
    freeCount,
  };
}

export function presentReport(report: CampaignReport): CampaignReportJson {
  const { campaign, course } = report;
  const hours = [...new Set(course.map(({ at }) => at.toISOString()))];
  const at = (hour: string, what: string) =>
    course.find((it) => it.at.toISOString() === hour && it.what === what)?.count ?? 0;
  return {
    funnel: report.funnel,
    variants: report.variants.map(({ funnel, ...variant }) => ({ ...variant, ...funnel })),
    hours: hours.map((hour) => ({
      at: hour,
      sent: at(hour, "out"),
      read: at(hour, "read"),
      answered: at(hour, "answered"),
    })),
    countries: report.countries.map((it) => ({ ...it })),
    costs: report.costs.map((cost) => presentCosts(cost, report.funnel)),
    startedAt: iso(campaign.frozenAt),
    endedAt: iso(campaign.endedAt),
  };
}
