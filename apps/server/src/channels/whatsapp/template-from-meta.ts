import type { Template as MetaTemplate, TemplateComponent } from "@galka/cloud-api";
import { idOf } from "@galka/core/kernel/ids";
import type {
  Examples,
  TemplateCard,
  TemplateHeader,
  TemplateParts,
} from "@galka/core/templates/parts";
import type { Template, TemplateCategory, TemplateStatus } from "@galka/core/templates/template";
import { codeFooter, codeText } from "@galka/core/templates/code-texts";
import { variableKeys } from "@galka/core/templates/variables";
import { buttonFrom } from "./template-button-from-meta.ts";

/** A template as its account holds it. What is not known of it is named, not dropped. */
export function templateFromMeta(channelId: string, template: MetaTemplate): Template {
  const category = CATEGORY[template.category.toUpperCase()] ?? "utility";
  const format = template.parameter_format?.toLowerCase();
  const previous = CATEGORY[template.previous_category?.toUpperCase() ?? ""];
  const correct = CATEGORY[template.correct_category?.toUpperCase() ?? ""];
  const ttlSeconds = template.message_send_ttl_seconds;
  return {
    channelId: idOf<"channel">(channelId),
    id: template.id,
    name: template.name,
    language: template.language,
    category,
    status: STATUS[template.status.toUpperCase()] ?? "other",
    rejectedReason: reasonOf(template.rejected_reason),
    quality: QUALITY[template.quality_score?.score?.toUpperCase() ?? ""] ?? "unknown",
    ...((format === "named" || format === "positional") && { parameterFormat: format }),
    ...(ttlSeconds !== undefined && { ttlSeconds }),
    ...(correct !== undefined && correct !== category && { nextCategory: correct }),
    ...(previous !== undefined && previous !== category && { previousCategory: previous }),
    ...partsFrom(template.components ?? [], { category, language: template.language }),
  };
}

export const CATEGORY: Readonly<Record<string, TemplateCategory>> = {
  MARKETING: "marketing",
  UTILITY: "utility",
  AUTHENTICATION: "authentication",
};

export const STATUS: Readonly<Record<string, TemplateStatus>> = {
  APPROVED: "approved",
  PENDING: "pending",
  IN_APPEAL: "in-appeal",
  REJECTED: "rejected",
  PAUSED: "paused",
  DISABLED: "disabled",
  LIMIT_EXCEEDED: "limit-exceeded",
  ARCHIVED: "archived",
  PENDING_DELETION: "pending-deletion",
};

export const QUALITY: Readonly<Record<string, Template["quality"]>> = {
  GREEN: "green",
  YELLOW: "yellow",
  RED: "red",
};

function reasonOf(reason: string | undefined): string | null {
  return reason === undefined || reason === "NONE" || reason === "" ? null : reason;
}

type Of<Type extends string> = Extract<TemplateComponent, { type: Type | Lowercase<Type> }>;
type About = { readonly category: TemplateCategory; readonly language: string };

function partsFrom(components: readonly TemplateComponent[], about: About): TemplateParts {
  const header = find(components, "HEADER");
  const body = find(components, "BODY");
  const footer = find(components, "FOOTER");
  const offer = find(components, "LIMITED_TIME_OFFER")?.limited_time_offer;
  const cards = find(components, "CAROUSEL")?.cards;
  const text = body?.text ?? "";
  const own = {
    header: header ? headerFrom(header) : null,
    body: text,
    ...examplesOf(text, body?.example),
    footer: footer?.text ?? null,
    buttons: (find(components, "BUTTONS")?.buttons ?? []).map(buttonFrom),
    ...(offer && { offer: { text: offer.text, ends: offer.has_expiration === true } }),
    ...(cards && { cards: cards.map((card) => cardFrom(card.components)) }),
    ...(find(components, "CALL_PERMISSION_REQUEST") && { asksToCall: true }),
  };
  if (about.category !== "authentication") return own;
  const code = {
    advises: body?.add_security_recommendation === true,
    expiresMinutes: footer?.code_expiration_minutes ?? null,
  };
  // Meta's answer may leave its own words out; they are the same everywhere.
  const said = text === "" ? codeText(about.language, code) : text;
  return { ...own, code, body: said, footer: own.footer ?? codeFooter(about.language, code) };
}

function find<Type extends TemplateComponent["type"] & Uppercase<string>>(
  components: readonly TemplateComponent[],
  type: Type,
): Of<Type> | undefined {
  return components.find((it): it is Of<Type> => it.type.toUpperCase() === type);
}

function cardFrom(components: readonly TemplateComponent[]): TemplateCard {
  const header = find(components, "HEADER");
  const body = find(components, "BODY");
  return {
    header: header ? headerFrom(header) : { kind: "other", what: "NONE" },
    body: body?.text ?? null,
    ...examplesOf(body?.text ?? "", body?.example),
    buttons: (find(components, "BUTTONS")?.buttons ?? []).map(buttonFrom),
  };
}

function headerFrom({ format: named, text = "", example }: Of<"HEADER">): TemplateHeader {
  const format = named.toUpperCase();
  switch (format) {
    case "TEXT": {
      const shown = example?.header_text_named_params?.[0]?.example ?? example?.header_text?.[0];
      return { kind: "text", text, ...(shown !== undefined && { example: shown }) };
    }
    case "IMAGE":
      return { kind: "image", ...sampleOf(example) };
    case "VIDEO":
      return { kind: "video", ...sampleOf(example) };
    case "DOCUMENT":
      return { kind: "document", ...sampleOf(example) };
    case "LOCATION":
      return { kind: "location" };
    case "PRODUCT":
      return { kind: "product" };
    default:
      return { kind: "other", what: format };
  }
}

/** Meta answers with an address of the sample where it was given a handle. */
function sampleOf(example: Of<"HEADER">["example"]) {
  const url = example?.header_handle?.[0];
  return url === undefined ? {} : { sample: { from: "meta" as const, url } };
}

function examplesOf(
  text: string,
  example: Of<"BODY">["example"],
): { readonly bodyExamples?: Examples } {
  const named = example?.body_text_named_params?.map((it) => [it.param_name, it.example] as const);
  const values = example?.body_text?.[0];
  const numbered = values && variableKeys(text).map((key, index) => [key, values[index] ?? ""]);
  const entries = named ?? numbered ?? [];
  return entries.length === 0 ? {} : { bodyExamples: Object.fromEntries(entries) };
}
