import type { ExplanationJson } from "../wire/requests.ts";
import { ACCESS } from "./data/access.ts";
import { FLOW_RULES } from "./data/flows.ts";
import { GENERAL } from "./data/general.ts";
import { INSIGHTS } from "./data/insights.ts";
import { LIMITS } from "./data/limits.ts";
import { NUMBERS } from "./data/numbers.ts";
import { SENDING } from "./data/sending.ts";
import { TEMPLATE_RULES } from "./data/template-rules.ts";
import { TEMPLATE_SENDS } from "./data/template-sends.ts";
import { type Explanation, SOURCES } from "./explanation.ts";

/** Every error that is explained, each code and subcode once. */
export const EXPLANATIONS: readonly Explanation[] = [
  ...ACCESS,
  ...LIMITS,
  ...GENERAL,
  ...SENDING,
  ...TEMPLATE_SENDS,
  ...TEMPLATE_RULES,
  ...FLOW_RULES,
  ...NUMBERS,
  ...INSIGHTS,
];

const BY_CODE = new Map(EXPLANATIONS.map((it) => [keyOf(it.code, it.subcode), it]));

/** What the error means; a subcode that says nothing of its own falls back to its code. */
export function explain(code: number, subcode: number | null = null): ExplanationJson | null {
  const found = BY_CODE.get(keyOf(code, subcode ?? undefined)) ?? BY_CODE.get(keyOf(code));
  return found === undefined ? null : presentExplanation(found);
}

export function presentExplanation(it: Explanation): ExplanationJson {
  const { subcode = null, source, ...rest } = it;
  return { ...rest, subcode, source: SOURCES[source] };
}

function keyOf(code: number, subcode?: number): string {
  return subcode === undefined ? String(code) : `${code}/${subcode}`;
}
