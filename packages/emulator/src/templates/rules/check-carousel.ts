import { type JsonObject, objectsAt, textAt } from "../../json.ts";
import { buttonsOf, componentOf } from "../template-text.ts";
import { checkButtons } from "./check-buttons.ts";
import { checkHeader } from "./check-header.ts";
import { checkBodyText } from "./check-text.ts";
import { missingField, wrongButtons, wrongComponents } from "./template-error.ts";

const CARD_HEADERS: readonly string[] = ["IMAGE", "VIDEO", "PRODUCT"];

/**
 * Cards side by side, all of one shape, below the body of the message.
 *
 * Meta: 2 to 10 cards, each with a header and one or two buttons,
 * docs/…/templates/marketing-templates/media-card-carousel-templates, read 2026-11.
 *
 * @throws GraphError 2388043, 2388040 or 2388060.
 */
export function checkCarousel(
  carousel: JsonObject,
  components: readonly JsonObject[],
  named: boolean,
): void {
  const cards = objectsAt(carousel, "cards");
  if (cards.length < 2 || cards.length > 10) {
    throw wrongComponents("A carousel has between 2 and 10 cards.");
  }
  if (
    componentOf(components, "HEADER") !== undefined ||
    componentOf(components, "FOOTER") !== undefined
  ) {
    throw wrongComponents("A carousel template has no header and no footer.");
  }
  const shapes = cards.map((card) => checkCard(objectsAt(card, "components"), named));
  if (new Set(shapes).size > 1) {
    throw wrongComponents("All cards must have the same components.");
  }
}

/** Checks one card and answers its shape. */
function checkCard(parts: readonly JsonObject[], named: boolean): string {
  const header = componentOf(parts, "HEADER");
  const format = textAt(header ?? {}, "format") ?? "TEXT";
  if (header === undefined) throw missingField("CAROUSEL", "HEADER");
  if (!CARD_HEADERS.includes(format)) {
    throw wrongComponents("The header of a card must be an image, a video or a product.");
  }
  checkHeader(header, named);
  const body = componentOf(parts, "BODY");
  if (body !== undefined) checkBodyText(body, named, 160);
  const buttons = buttonsOf(parts);
  if (buttons.length === 0) throw missingField("CAROUSEL", "BUTTONS");
  if (buttons.length > 2) throw wrongButtons("A card can't have more than 2 buttons.");
  checkButtons(buttons);
  const types = buttons.map((it) => textAt(it, "type")).join("+");
  return `${format} ${body === undefined ? "" : "BODY"} ${types}`;
}
