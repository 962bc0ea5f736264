import type { EstimateGroup } from "../billing/estimate-cost.ts";

/** What somebody says of their business who does not know yet which WhatsApp suits it. */
export type Business = {
  /** How many people answer. */
  readonly people: number;
  /** A month: answers to those who write, notices such as orders and appointments, and advertising. */
  readonly answers: number;
  readonly notices: number;
  readonly marketing: number;
  readonly wantsBots: boolean;
  readonly hasCrm: boolean;
  /** Somebody wants to go on answering in the app on the phone. */
  readonly keepsApp: boolean;
  /** Where most of those live who get messages; in two letters. */
  readonly country: string;
};

export type WhichWhatsApp = "app" | "api" | "both";

/** Why: each a sentence of the page. */
export type Reason =
  | "one-person"
  | "team"
  | "much"
  | "marketing"
  | "notices"
  | "bots"
  | "crm"
  | "keeps-app"
  | "no-coexistence"
  | "slow-coexistence";

/** What is to be known before beginning. */
export type Caution = "marketing-unlawful" | "marketing-paused";

/** What to have at hand: each a line of the page. */
export type Preparation =
  | "phone-with-app"
  | "free-number"
  | "app-version"
  | "open-app"
  | "meta-account"
  | "documents"
  | "payment"
  | "consents"
  | "templates"
  | "server";

export type Advice = {
  readonly answer: WhichWhatsApp;
  readonly why: readonly Reason[];
  readonly cautions: readonly Caution[];
  readonly prepare: readonly Preparation[];
};

/** More than this one person does not answer in an app beside everything else: some fifty a working day. */
const MUCH = 1_000;
/** So many notices one still types oneself. */
const FEW_NOTICES = 50;

// Meta: the app and the API on one number are not offered there, docs/…/onboarding-business-app-users, read 2026-11.
const WITHOUT_COEXISTENCE = new Set(["NG", "ZA"]);
// Meta: 20 messages a second on such a number, same page. A day's campaign of this size takes over an hour.
const SLOW_FROM = 100_000;

/** Says which WhatsApp a business needs, why, and what to prepare. */
export function whichWhatsApp(business: Business): Advice {
  const needs = reasonsForApi(business);
  const cautions = business.marketing > 0 ? cautionsOf(business.country) : [];
  if (needs.length === 0) {
    return { answer: "app", why: ["one-person"], cautions, prepare: ["phone-with-app"] };
  }
  const mayCoexist = !WITHOUT_COEXISTENCE.has(business.country);
  const answer = business.keepsApp && mayCoexist ? "both" : "api";
  return {
    answer,
    why: [...needs, ...reasonsAboutApp(business, mayCoexist)],
    cautions,
    prepare: preparationsFor(answer, business),
  };
}

function reasonsForApi(business: Business): Reason[] {
  const found: readonly (readonly [boolean, Reason])[] = [
    [business.people > 1, "team"],
    [business.answers > MUCH, "much"],
    [business.marketing > 0, "marketing"],
    [business.notices > FEW_NOTICES, "notices"],
    [business.wantsBots, "bots"],
    [business.hasCrm, "crm"],
  ];
  return found.flatMap(([is, reason]) => (is ? [reason] : []));
}

function reasonsAboutApp({ keepsApp, marketing }: Business, mayCoexist: boolean): Reason[] {
  if (!keepsApp) return [];
  if (!mayCoexist) return ["no-coexistence"];
  return marketing >= SLOW_FROM ? ["keeps-app", "slow-coexistence"] : ["keeps-app"];
}

function cautionsOf(country: string): Caution[] {
  if (country === "RU") return ["marketing-unlawful"];
  // Meta: no marketing templates to numbers of the United States since 2025-04-01, docs/…/marketing-templates, read 2026-11.
  return country === "US" ? ["marketing-paused"] : [];
}

function preparationsFor(answer: "api" | "both", { marketing, notices }: Business): Preparation[] {
  return [
    ...(answer === "both" ? (["app-version", "open-app"] as const) : (["free-number"] as const)),
    "meta-account",
    "documents",
    "payment",
    ...(marketing > 0 ? (["consents"] as const) : []),
    ...(marketing + notices > 0 ? (["templates"] as const) : []),
    "server",
  ];
}

/** A month of the business as the prices ask for it; the app costs nothing, so it has none. */
export function monthOf(business: Business, answer: WhichWhatsApp): readonly EstimateGroup[] {
  if (answer === "app") return [];
  const { country } = business;
  const group = (category: EstimateGroup["category"], count: number): EstimateGroup => ({
    country,
    category,
    count,
    inWindow: category === "service" ? count : 0,
    inFreeEntry: 0,
  });
  return [
    group("service", business.answers),
    group("utility", business.notices),
    group("marketing", business.marketing),
  ].filter(({ count }) => count > 0);
}
