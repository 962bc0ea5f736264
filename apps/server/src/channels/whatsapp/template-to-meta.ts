import type { TemplateSendCard, TemplateSendComponent, TemplateToSend } from "@galka/cloud-api";
import type { Button, CardValues, Header, MessageContent } from "@galka/core/messages/content";
import type { RemoteId } from "./to-meta.ts";

type FilledTemplate = Extract<MessageContent, { kind: "template" }>;
type CardComponent = TemplateSendCard["components"][number];

/** What fills a template on the wire: values by place, in the order of the variables. */
export function templateToMeta(content: FilledTemplate, remoteId: RemoteId): TemplateToSend {
  const components: TemplateSendComponent[] = [
    ...ownHeader(content),
    ...sideOf(content, content.values, remoteId),
    ...offerOf(content),
    ...productsOf(content),
    ...carouselOf(content, remoteId),
  ];
  return {
    name: content.name,
    language: { code: content.language },
    ...(components.length > 0 && { components }),
  };
}

/** A header that only the message itself can have, not a card. */
function ownHeader({ values, header }: FilledTemplate): TemplateSendComponent[] {
  if (values.header && Object.keys(values.header).length > 0) {
    return [{ type: "header", parameters: parametersOf(values.header) }];
  }
  if (header?.kind === "location" && values.headerPlace) {
    return [{ type: "header", parameters: [{ type: "location", location: values.headerPlace }] }];
  }
  return [];
}

type Side = { readonly header?: Header; readonly buttons: readonly Button[] };

/** What the message itself and each card fill in alike. */
function sideOf(side: Side, values: CardValues, remoteId: RemoteId): CardComponent[] {
  return [
    ...fileHeader(side, values, remoteId),
    ...(values.body && Object.keys(values.body).length > 0
      ? [{ type: "body" as const, parameters: parametersOf(values.body) }]
      : []),
    ...buttonsOf(side, values),
    ...repliesOf(values),
  ];
}

function fileHeader({ header }: Side, values: CardValues, remoteId: RemoteId): CardComponent[] {
  if (values.headerProduct) {
    const { catalogId: catalog_id, productId: product_retailer_id } = values.headerProduct;
    const product = { catalog_id, product_retailer_id };
    return [{ type: "header", parameters: [{ type: "product", product }] }];
  }
  if (!values.headerFile) return [];
  const id = remoteId(values.headerFile);
  const { name } = values.headerFile;
  switch (header?.kind) {
    case "image":
      return [{ type: "header", parameters: [{ type: "image", image: { id } }] }];
    case "video":
      return [{ type: "header", parameters: [{ type: "video", video: { id } }] }];
    case "document": {
      const document = { id, ...(name !== undefined && { filename: name }) };
      return [{ type: "header", parameters: [{ type: "document", document }] }];
    }
    default:
      return [];
  }
}

/** Numbered variables go in the order of their numbers; named ones with their names. */
function parametersOf(values: Readonly<Record<string, string>>) {
  const isNumbered = Object.keys(values).every((key) => /^\d+$/u.test(key));
  const entries = Object.entries(values);
  if (isNumbered) entries.sort(([one], [other]) => Number(one) - Number(other));
  return entries.map(([key, text]) => ({
    type: "text" as const,
    ...(!isNumbered && { parameter_name: key }),
    text,
  }));
}

/** What a reply button gives back when it is tapped; without it the channel gives back its title. */
function repliesOf({ replies }: CardValues): CardComponent[] {
  return Object.entries(replies ?? {}).map(([index, payload]): CardComponent => {
    const parameters = [{ type: "payload" as const, payload }];
    return { type: "button", sub_type: "quick_reply", index, parameters };
  });
}

function buttonsOf({ buttons }: Side, values: CardValues): CardComponent[] {
  return Object.entries(values.buttons ?? {}).flatMap(([index, value]): CardComponent[] => {
    const button = buttons[Number(index)];
    if (button?.kind === "copy-code") {
      const parameters = [{ type: "coupon_code" as const, coupon_code: value }];
      return [{ type: "button", sub_type: "copy_code", index, parameters }];
    }
    // Meta: a one-time code travels as the variable of a link, docs/…/templates/authentication-templates, read 2026-11.
    const isCode = button?.kind === "other" && button.what === "code";
    if (button?.kind !== "url" && !isCode) return [];
    const parameters = [{ type: "text" as const, text: value }];
    return [{ type: "button", sub_type: "url", index, parameters }];
  });
}

function offerOf({ values: { offerEndsAt } }: FilledTemplate): TemplateSendComponent[] {
  if (offerEndsAt === undefined) return [];
  const limited_time_offer = { expiration_time_ms: Date.parse(offerEndsAt) };
  const parameters = [{ type: "limited_time_offer" as const, limited_time_offer }];
  return [{ type: "limited_time_offer", parameters }];
}

function productsOf({ values }: FilledTemplate): TemplateSendComponent[] {
  return Object.entries(values.products ?? {}).map(([index, shown]): TemplateSendComponent => {
    const sections = shown.sections.map(({ title, productIds }) => ({
      title,
      product_items: productIds.map((id) => ({ product_retailer_id: id })),
    }));
    const action = { thumbnail_product_retailer_id: shown.thumbnailId, sections };
    return { type: "button", sub_type: "mpm", index, parameters: [{ type: "action", action }] };
  });
}

function carouselOf(content: FilledTemplate, remoteId: RemoteId): TemplateSendComponent[] {
  if (!content.cards) return [];
  const cards = content.cards.map((card, index) => ({
    card_index: index,
    components: sideOf(card, content.values.cards?.[index] ?? {}, remoteId),
  }));
  return [{ type: "carousel", cards }];
}
