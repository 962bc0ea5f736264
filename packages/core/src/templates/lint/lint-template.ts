import { checkButtons } from "./check-buttons.ts";
import { checkNames } from "./check-names.ts";
import { checkParts } from "./check-parts.ts";
import { checkShape } from "./check-shape.ts";
import type { Finding, LintContext, LintRule, TemplateText } from "./finding.ts";
import { BUTTON_RULES } from "./rules-of-buttons.ts";
import { NAME_RULES } from "./rules-of-names.ts";
import { SHAPE_RULES } from "./rules-of-shapes.ts";
import { TEXT_RULES } from "./rules-of-texts.ts";

/** Every rule by its name, each with the page that says so. */
export const LINT_RULES = {
  ...NAME_RULES,
  ...TEXT_RULES,
  ...BUTTON_RULES,
  ...SHAPE_RULES,
} as const;

export type LintRuleName = keyof typeof LINT_RULES;

export type LintFinding = Finding<LintRuleName>;

/**
 * What Meta would refuse about a template, and what would do harm.
 *
 * Nobody has submitted anything yet: the editor asks with every letter. A
 * template without errors can still be rejected by a person; one with an error
 * is not submitted at all.
 */
export function lintTemplate(template: TemplateText, context: LintContext): LintFinding[] {
  const isCode = template.code !== undefined;
  return [
    ...checkNames(template, context),
    ...checkParts(template),
    ...checkButtons(template.buttons, { isCode }),
    ...(template.cards ?? []).flatMap(({ buttons }, card) =>
      checkButtons(buttons, { card, isCode }),
    ),
    ...checkShape(template),
  ];
}

export function severityOf({ rule }: LintFinding): LintRule["severity"] {
  return LINT_RULES[rule].severity;
}

const CATEGORY_WORDS: Readonly<Record<string, { readonly en: string; readonly ru: string }>> = {
  marketing: { en: "marketing", ru: "«Маркетинг»" },
  utility: { en: "utility", ru: "«Служебный»" },
  authentication: { en: "authentication", ru: "«Код входа»" },
};

/** What a finding says to a person. */
export function lintWords({ rule, facts = {} }: LintFinding, language: "en" | "ru"): string {
  const { words } = LINT_RULES[rule];
  return words[language].replaceAll(/\{(\w+)\}/gu, (whole, name: string) => {
    if (!Object.hasOwn(facts, name)) return whole;
    const fact = String(facts[name]);
    return name === "category" ? (CATEGORY_WORDS[fact]?.[language] ?? fact) : fact;
  });
}

/** A finding with all that a reader elsewhere needs: how bad it is, who says so, and in words. */
export type DescribedFinding = LintFinding & {
  readonly severity: LintRule["severity"];
  readonly source: string;
  readonly words: { readonly en: string; readonly ru: string };
};

export function describeFinding(finding: LintFinding): DescribedFinding {
  const { source, readAt } = LINT_RULES[finding.rule];
  const words = { en: lintWords(finding, "en"), ru: lintWords(finding, "ru") };
  return { ...finding, severity: severityOf(finding), source: `${source}, ${readAt}`, words };
}
