import { unreachable } from "../kernel/unreachable.ts";
import type { CardValues, TemplateValues } from "../messages/content.ts";
import type { TemplateParts } from "./parts.ts";
import { type Fillable, type Variable, templateVariables } from "./variables.ts";

// Meta: "at most 15 characters", docs/…/templates/authentication-templates, read 2026-11.
const CODE_MAX = 15;

/** The variables that are left without a value that Meta would take. */
export function missingVariables(
  template: Fillable & Pick<TemplateParts, "code">,
  values: TemplateValues,
): readonly Variable[] {
  const most = template.code ? CODE_MAX : Number.POSITIVE_INFINITY;
  return templateVariables(template).filter((variable) => !isFilled(variable, values, most));
}

function isFilled({ place, key, card }: Variable, all: TemplateValues, most: number): boolean {
  const values: CardValues = card === undefined ? all : (all.cards?.[card] ?? {});
  switch (place) {
    case "header-file":
      return values.headerFile !== undefined;
    case "header-place":
      return all.headerPlace !== undefined;
    case "header-product":
      return values.headerProduct !== undefined;
    case "header":
      return isUsable(all.header?.[key]);
    case "body":
      return isUsable(values.body?.[key]) && (values.body?.[key] ?? "").length <= most;
    case "button":
      return isUsable(values.buttons?.[key]);
    case "products":
      return (all.products?.[key]?.sections ?? []).some((it) => it.productIds.length > 0);
    case "offer-end":
      return !Number.isNaN(Date.parse(all.offerEndsAt ?? ""));
    default:
      return unreachable(place);
  }
}

/** Meta: 132018 "parameter validation", docs/…/error-codes, read 2026-11. */
export function isUsable(value: string | undefined): boolean {
  return value !== undefined && value.trim() !== "" && !/[\n\r\t]| {5,}/u.test(value);
}

/** Only what the template asks for: Meta refuses a value that has no place. */
export function usedValues(
  template: Fillable & Pick<TemplateParts, "code">,
  values: TemplateValues,
): TemplateValues {
  const variables = templateVariables(template);
  const own = usedOf({ variables, card: undefined, buttons: template.buttons }, values);
  const header = picked(values.header, keysAt(variables, "header"));
  const products = picked(values.products, keysAt(variables, "products"));
  const has = (place: Variable["place"]) => keysAt(variables, place).length > 0;
  const cards = template.cards?.map((card, index) =>
    usedOf({ variables, card: index, buttons: card.buttons }, values.cards?.[index] ?? {}),
  );
  return {
    ...(header && { header }),
    ...own,
    ...(has("header-place") && values.headerPlace && { headerPlace: values.headerPlace }),
    ...withCode(template, own),
    ...(products && { products }),
    ...(has("offer-end") && values.offerEndsAt && { offerEndsAt: values.offerEndsAt }),
    ...(cards && { cards }),
  };
}

type Side = {
  readonly variables: readonly Variable[];
  readonly card: number | undefined;
  readonly buttons: TemplateParts["buttons"];
};

/** What the message itself and one card have in common. */
function usedOf({ variables, card, buttons }: Side, values: CardValues): CardValues {
  const of = (place: Variable["place"]) => keysAt(variables, place, card);
  const body = picked(values.body, of("body"));
  const given = picked(values.buttons, of("button"));
  const replyKeys = buttons.flatMap(({ kind }, index) => (kind === "reply" ? [String(index)] : []));
  const replies = picked(values.replies, replyKeys);
  return {
    ...(of("header-file").length > 0 && values.headerFile && { headerFile: values.headerFile }),
    ...(of("header-product").length > 0 &&
      values.headerProduct && { headerProduct: values.headerProduct }),
    ...(body && { body }),
    ...(given && { buttons: given }),
    ...(replies && { replies }),
  };
}

/** The button of a code carries the code that the text says. */
function withCode(template: Pick<TemplateParts, "buttons">, { body }: CardValues): CardValues {
  const index = template.buttons.findIndex(({ kind }) => kind === "code");
  const code = Object.values(body ?? {})[0];
  return index < 0 || code === undefined ? {} : { buttons: { [String(index)]: code } };
}

function keysAt(variables: readonly Variable[], place: Variable["place"], card?: number): string[] {
  return variables.flatMap((it) => (it.place === place && it.card === card ? [it.key] : []));
}

function picked<T>(
  values: Readonly<Record<string, T>> | undefined,
  keys: readonly string[],
): Readonly<Record<string, T>> | null {
  const entries = keys.flatMap((key) => {
    const value = values && Object.hasOwn(values, key) ? values[key] : undefined;
    return value === undefined ? [] : [[key, value] as const];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : null;
}
