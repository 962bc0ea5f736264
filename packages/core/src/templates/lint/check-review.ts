import type { LintPlace } from "./finding.ts";
import type { TextFinding } from "./check-texts.ts";

// Meta: "Do not request sensitive identifiers", "abusive or threatening content",
// docs/…/templates/template-review, read 2026-11. Which words that means is our reading.
const SECRETS =
  /\b(?:(?:credit |debit |full )?card (?:number|details)|cvv|cvc|pin code|account password|your password|passport number|social security number|national id)\b|номер[а-я]* (?:банковск[а-я]+ )?карт[а-я]*|парол[а-я]* от [а-я]+|код[а-я]* с (?:обратной стороны|оборота) карты|паспортн[а-я]+ данн[а-я]+|номер[а-я]* паспорта/giu;

const THREATS =
  /\b(?:legal action against you|we will sue you|you will regret|idiots?|morons?|stupid)\b|подадим на вас в суд|угрожа[а-я]+|пожалеете об этом|идиот[а-я]*|дурак[а-я]*/giu;

/** What a reviewer finds in the words themselves. */
export function checkWords(at: LintPlace, text: string): TextFinding[] {
  return [
    ...matches("asks-for-secrets", SECRETS, at, text),
    ...matches("threatens", THREATS, at, text),
  ];
}

function matches(
  rule: "asks-for-secrets" | "threatens",
  pattern: RegExp,
  at: LintPlace,
  text: string,
): TextFinding[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: words }) => ({
    rule,
    at,
    span: { from: index, to: index + words.length },
    facts: { words },
  }));
}
