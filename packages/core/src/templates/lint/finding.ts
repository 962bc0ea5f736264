import type { TemplateParts } from "../parts.ts";
import type { ParameterFormat, Template, TemplateCategory } from "../template.ts";

/** A template as it would be submitted. */
export type TemplateText = TemplateParts & {
  readonly name: string;
  readonly language: string;
  readonly category: TemplateCategory;
  readonly parameterFormat: ParameterFormat;
  readonly ttlSeconds?: number;
};

/** What else there is in the account, as far as it is known. */
export type LintContext = {
  readonly now: Date;
  /** The templates of the account; of the one that is edited, its present state. */
  readonly others: readonly Template[];
  /** The id of the template that is edited; null for one that is submitted for the first time. */
  readonly editedId: string | null;
  /** Names that Meta keeps for a while after their templates were deleted. */
  readonly blocked: readonly {
    readonly name: string;
    readonly language: string;
    readonly until: Date;
  }[];
};

/** Where in a template: a part, of a card where `card` is there, the button where `button` is. */
export type LintPlace = {
  readonly part:
    | "name"
    | "language"
    | "category"
    | "ttl"
    | "header"
    | "body"
    | "footer"
    | "buttons"
    | "offer"
    | "code"
    | "cards";
  readonly card?: number;
  readonly button?: number;
};

/** The words that a remark is about, as offsets into the text of its place. */
export type Span = { readonly from: number; readonly to: number };

export type Finding<Rule extends string = string> = {
  readonly rule: Rule;
  readonly at: LintPlace;
  readonly span?: Span;
  /** What the words of the rule mention. */
  readonly facts?: Readonly<Record<string, string | number>>;
};

/** One thing that Meta refuses (an error) or that will do harm (a warning). */
export type LintRule = {
  readonly severity: "error" | "warning";
  /** The subcode of Meta's refusal, where there is one of its own. */
  readonly code?: number;
  /** The page of Meta's that says so. */
  readonly source: string;
  readonly readAt: string;
  /** `{fact}` is filled in from the finding. */
  readonly words: { readonly en: string; readonly ru: string };
};

/** Every occurrence of a text's variables, in their order. */
export function occurrences(text: string): readonly (Span & { readonly key: string })[] {
  return Array.from(text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/gu), (match) => ({
    key: match[1] ?? "",
    from: match.index,
    to: match.index + match[0].length,
  }));
}
