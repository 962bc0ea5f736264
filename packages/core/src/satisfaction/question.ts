import type { Template } from "../templates/template.ts";
import { templateVariables } from "../templates/variables.ts";
import { payloadOf, scoresOf } from "./payload.ts";
import type { Scale } from "./rating.ts";
import type { SatisfactionTemplate, SatisfactionTexts } from "./settings.ts";

type Choice = { readonly id: string; readonly title: string };

/** The question as a message: three answers are buttons, five a list. */
export type Question =
  | { readonly kind: "buttons"; readonly text: string; readonly buttons: readonly Choice[] }
  | {
      readonly kind: "list";
      readonly text: string;
      readonly buttonTitle: string;
      readonly sections: readonly [{ readonly rows: readonly Choice[] }];
    };

export function questionOf(texts: SatisfactionTexts, scale: Scale, token: string): Question {
  const choices = scoresOf(scale).map((score, index) => ({
    id: payloadOf(token, { score, of: scale }),
    title: texts.answers[index] ?? String(score),
  }));
  if (scale === 3) return { kind: "buttons", text: texts.question, buttons: choices };
  const { question: text, listButton: buttonTitle } = texts;
  return { kind: "list", text, buttonTitle, sections: [{ rows: choices }] };
}

/** Where the reply buttons of a template stand among all of its buttons. */
export function replyPlaces(template: Pick<Template, "buttons">): number[] {
  return template.buttons.flatMap(({ kind }, index) => (kind === "reply" ? [index] : []));
}

/**
 * Whether a template can ask: approved, with a button for an answer, and nothing
 * that would have to be filled in. One that Meta counts as marketing cannot, for
 * no contact has asked for that.
 */
export function canAsk(template: Template): boolean {
  return (
    template.status === "approved" &&
    template.category !== "marketing" &&
    replyPlaces(template).length >= 2 &&
    templateVariables(template).length === 0
  );
}

/** What each reply button of the template carries; null when they are not those that were chosen. */
export function templateReplies(
  template: Template,
  { scores }: SatisfactionTemplate,
  { scale, token }: { readonly scale: Scale; readonly token: string },
): Record<string, string> | null {
  const places = replyPlaces(template);
  if (!canAsk(template) || places.length !== scores.length) return null;
  return Object.fromEntries(
    places.map((place, index) => {
      const score = scores[index] ?? 1;
      return [String(place), payloadOf(token, { score, of: scale })] as const;
    }),
  );
}
