import type { TemplateCard } from "../parts.ts";
import type { Finding, TemplateText } from "./finding.ts";
import type { SHAPE_RULES } from "./rules-of-shapes.ts";

type ShapeFinding = Finding<keyof typeof SHAPE_RULES>;

/** How the parts of a template go together. */
export function checkShape(template: TemplateText): ShapeFinding[] {
  return [
    ...checkOffer(template),
    ...checkCards(template),
    ...checkCode(template),
    ...checkProduct(template),
    ...checkWayOut(template),
  ];
}

function checkOffer({ offer, footer, header, buttons, category }: TemplateText): ShapeFinding[] {
  if (!offer) return [];
  const at = { part: "offer" } as const;
  const hasPicture = header === null || header.kind === "image" || header.kind === "video";
  const codeAt = buttons.findIndex(({ kind }) => kind === "copy-code");
  return [
    ...(footer === null
      ? []
      : [{ rule: "offer-footer" as const, at: { part: "footer" as const } }]),
    ...(hasPicture ? [] : [{ rule: "offer-header" as const, at: { part: "header" as const } }]),
    ...(codeAt > 0
      ? [{ rule: "offer-code-first" as const, at: { part: "buttons" as const, button: codeAt } }]
      : []),
    ...(category === "marketing" ? [] : [{ rule: "offer-marketing" as const, at }]),
  ];
}

const CARDS_LEAST = 2;
const CARDS_MOST = 10;
const CARD_BUTTONS_MAX = 2;

function checkCards({ cards, header, footer, category }: TemplateText): ShapeFinding[] {
  if (!cards) return [];
  const at = { part: "cards" } as const;
  const isCount = cards.length >= CARDS_LEAST && cards.length <= CARDS_MOST;
  const [first] = cards;
  const odd = cards.findIndex((card) => first && shapeOf(card) !== shapeOf(first));
  return [
    ...(isCount ? [] : [{ rule: "cards-count" as const, at }]),
    ...(odd < 0 ? [] : [{ rule: "cards-alike" as const, at: { ...at, card: odd } }]),
    ...(header === null && footer === null ? [] : [{ rule: "cards-frame" as const, at }]),
    ...(category === "marketing" ? [] : [{ rule: "offer-marketing" as const, at }]),
    ...cards.flatMap(checkCard),
  ];
}

function checkCard({ header, buttons }: TemplateCard, card: number): ShapeFinding[] {
  const hasHead = header.kind === "image" || header.kind === "video" || header.kind === "product";
  const isCount = buttons.length > 0 && buttons.length <= CARD_BUTTONS_MAX;
  return [
    ...(hasHead ? [] : [{ rule: "card-header" as const, at: { part: "header" as const, card } }]),
    ...(isCount ? [] : [{ rule: "card-buttons" as const, at: { part: "buttons" as const, card } }]),
  ];
}

function shapeOf({ header, body, buttons }: TemplateCard): string {
  const kinds = buttons.map(({ kind }) => kind).join("+");
  return `${header.kind} ${body === null ? "" : "text"} ${kinds}`;
}

const MINUTES_MOST = 90;

function checkCode({
  code,
  category,
  header,
  buttons,
  cards,
  offer,
}: TemplateText): ShapeFinding[] {
  if (!code) {
    const at = { part: "category" } as const;
    return category === "authentication" ? [{ rule: "code-category", at }] : [];
  }
  const { expiresMinutes: minutes } = code;
  const at = { part: "code" } as const;
  const isPlain = header === null && !cards && !offer && buttons.length === 1;
  const isLife = minutes === null || (minutes >= 1 && minutes <= MINUTES_MOST);
  return [
    ...(isPlain && buttons[0]?.kind === "code" ? [] : [{ rule: "code-shape" as const, at }]),
    ...(isLife ? [] : [{ rule: "code-minutes" as const, at }]),
    ...(category === "authentication"
      ? []
      : [{ rule: "code-category" as const, at: { part: "category" as const } }]),
  ];
}

function checkProduct({ header, buttons }: TemplateText): ShapeFinding[] {
  const hasButton = buttons.some(({ kind }) => kind === "product");
  const hasHeader = header?.kind === "product";
  return hasButton === hasHeader ? [] : [{ rule: "product-header", at: { part: "header" } }];
}

const WAY_OUT =
  /\b(?:stop|unsubscribe|opt[ -]?out|no more|not interested|cancelar|parar|abmelden|abbestellen|se désabonner|disiscriv\w+)\b|отпис[а-я]+|не присыла[а-я]+|отказ[а-я]*|(?<!\p{L})стоп(?!\p{L})|не интересно/iu;

/** Marketing that nobody can stop is blocked instead, and that costs the number's quality. */
function checkWayOut({ category, buttons, body, footer, cards }: TemplateText): ShapeFinding[] {
  if (category !== "marketing" || cards) return [];
  const texts = [body, footer ?? "", ...buttons.map(({ title }) => title)];
  if (texts.some((text) => WAY_OUT.test(text))) return [];
  return [{ rule: "no-way-out", at: { part: "buttons" } }];
}
