import type { TemplateParts } from "./parts.ts";
import type { Template } from "./template.ts";

/** What of a template can be another than before. */
export const TEMPLATE_ASPECTS = [
  "status",
  "category",
  "next-category",
  "quality",
  "header",
  "body",
  "footer",
  "buttons",
  "offer",
  "cards",
  "code",
  "ttl",
] as const;
export type TemplateAspect = (typeof TEMPLATE_ASPECTS)[number];

/** Those that an edit is made of; the others are what Meta does. */
const WORDING: readonly TemplateAspect[] = [
  "header",
  "body",
  "footer",
  "buttons",
  "offer",
  "cards",
  "code",
  "ttl",
];

/** One state of a template, as it is kept when another one follows. */
export type TemplateState = TemplateParts &
  Pick<
    Template,
    "category" | "status" | "rejectedReason" | "quality" | "nextCategory" | "ttlSeconds"
  >;

export function stateOf(template: TemplateState): TemplateState {
  const { header, body, bodyExamples, footer, buttons, offer, cards, code, asksToCall } = template;
  const { category, status, rejectedReason, quality, nextCategory, ttlSeconds } = template;
  return {
    header,
    body,
    ...(bodyExamples && { bodyExamples }),
    footer,
    buttons,
    ...(offer && { offer }),
    ...(cards && { cards }),
    ...(code && { code }),
    ...(asksToCall && { asksToCall }),
    category,
    status,
    rejectedReason,
    quality,
    ...(nextCategory && { nextCategory }),
    ...(ttlSeconds !== undefined && { ttlSeconds }),
  };
}

/** What differs between two states; empty when nothing does. Samples do not count: Meta gives them new addresses each time. */
export function changedAspects(before: TemplateState, after: TemplateState): TemplateAspect[] {
  return TEMPLATE_ASPECTS.filter((aspect) => told(before, aspect) !== told(after, aspect));
}

/** Whether words changed, which is what Meta counts as an edit. */
export function isRewording(aspects: readonly TemplateAspect[]): boolean {
  return aspects.some((aspect) => WORDING.includes(aspect));
}

function told(state: TemplateState, aspect: TemplateAspect): string {
  switch (aspect) {
    case "status":
      return `${state.status} ${state.rejectedReason ?? ""}`;
    case "next-category":
      return state.nextCategory ?? "";
    case "ttl":
      return String(state.ttlSeconds);
    case "header":
      return plain(state.header);
    case "cards":
      return plain(state.cards);
    case "buttons":
      return plain([state.buttons, state.asksToCall === true]);
    default:
      return plain(state[aspect]);
  }
}

/** The keys in one order, because the database keeps them in its own; without samples and examples. */
function plain(value: unknown): string {
  return JSON.stringify(sorted(value)) ?? "";
}

const LEFT_OUT = new Set(["sample", "example", "bodyExamples"]);

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !LEFT_OUT.has(key))
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, it]) => [key, sorted(it)]),
  );
}
