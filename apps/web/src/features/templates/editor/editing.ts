import type { TemplateTextJson } from "@galka/contract/json/templates/template-library";
import type { LintPlace } from "@galka/core/templates/lint/finding";
import type { LintFinding } from "@galka/core/templates/lint/lint-template";

/** What every part of the editor needs: the text, what is wrong with it, and how to change it. */
export type Editing = {
  readonly text: TemplateTextJson;
  readonly findings: readonly LintFinding[];
  readonly onChange: (text: TemplateTextJson) => void;
};

/** The remarks about one place; without a card or a button also those about the place as a whole. */
export function findingsAt(
  findings: readonly LintFinding[],
  place: LintPlace,
): readonly LintFinding[] {
  return findings.filter(
    ({ at }) => at.part === place.part && at.card === place.card && at.button === place.button,
  );
}
