import type { CampaignForecastJson } from "@galka/contract/json/campaigns/forecast";
import type { EditorStep } from "../campaigns-search.ts";

export type Problem = CampaignForecastJson["problems"][number];

export type Cure = EditorStep | "channel" | "health";

/** Where what is wrong is mended: a step of the editor, or another page. */
const STEPS: Readonly<Record<Problem["what"], Cure>> = {
  "no-message": "what",
  "too-many-messages": "what",
  "too-many-steps": "when",
  "test-without-wave": "when",
  "test-without-rivals": "what",
  "rivals-without-test": "what",
  "start-past": "when",
  "repeat-without-time": "when",
  "no-audience": "who",
  "nobody-left": "who",
  "channel-not-connected": "channel",
  "template-not-found": "what",
  "template-not-approved": "what",
  "rivals-of-two-categories": "what",
  "header-file-missing": "what",
  "variables-missing": "what",
  "people-incomplete": "what",
  "people-without-consent": "who",
  "people-in-ruled-country": "who",
  "slower-than-a-year": "when",
  brake: "health",
  budget: "when",
};

export function cureOf({ what }: Problem): Cure {
  return STEPS[what];
}

/** How many problems keep a step from being finished. */
export function problemsOf(step: EditorStep, problems: readonly Problem[]): number {
  return problems.filter((it) => it.weight === "problem" && cureOf(it) === step).length;
}
