import type {
  TemplateBody,
  TemplateButton as MetaButton,
  TemplateComponent,
  TemplateCreate,
  TemplateHeader as MetaHeader,
} from "@galka/cloud-api";
import { unreachable } from "@galka/core/kernel/unreachable";
import type { TemplateButton } from "@galka/core/templates/button";
import type { TemplateText } from "@galka/core/templates/lint/finding";
import type { Examples, TemplateCard, TemplateHeader } from "@galka/core/templates/parts";
import type { ParameterFormat } from "@galka/core/templates/template";
import { variableKeys } from "@galka/core/templates/variables";

/** What Meta calls the samples that were uploaded, by our files' ids. */
export type SampleHandles = ReadonlyMap<string, string>;

type Writing = { readonly format: ParameterFormat; readonly handles: SampleHandles };

/** A template as Meta takes it for review. */
export function submissionToMeta(text: TemplateText, handles: SampleHandles): TemplateCreate {
  const { name, language, category, parameterFormat, ttlSeconds } = text;
  return {
    name,
    language,
    category,
    ...(text.code === undefined && { parameter_format: parameterFormat }),
    components: componentsToMeta(text, handles),
    ...(ttlSeconds !== undefined && { message_send_ttl_seconds: ttlSeconds }),
  };
}

export function componentsToMeta(
  text: TemplateText,
  handles: SampleHandles,
): readonly TemplateComponent[] {
  if (text.code) return codeComponents(text, text.code);
  const writing = { format: text.parameterFormat, handles };
  const { header, body, bodyExamples, footer, buttons, offer, cards, asksToCall } = text;
  return [
    ...(header ? [headerToMeta(header, writing)] : []),
    ...(offer
      ? [
          {
            type: "LIMITED_TIME_OFFER" as const,
            limited_time_offer: { text: offer.text, has_expiration: offer.ends },
          },
        ]
      : []),
    bodyToMeta(body, bodyExamples ?? {}, text.parameterFormat),
    ...(footer === null ? [] : [{ type: "FOOTER" as const, text: footer }]),
    ...(buttons.length > 0
      ? [{ type: "BUTTONS" as const, buttons: buttons.map(buttonToMeta) }]
      : []),
    ...(cards
      ? [{ type: "CAROUSEL" as const, cards: cards.map((card) => cardToMeta(card, writing)) }]
      : []),
    ...(asksToCall ? [{ type: "CALL_PERMISSION_REQUEST" as const }] : []),
  ];
}

/** Of a template with a code Meta writes the words itself. */
function codeComponents(
  { buttons }: TemplateText,
  { advises, expiresMinutes }: NonNullable<TemplateText["code"]>,
): readonly TemplateComponent[] {
  return [
    { type: "BODY", add_security_recommendation: advises },
    ...(expiresMinutes === null
      ? []
      : [{ type: "FOOTER" as const, code_expiration_minutes: expiresMinutes }]),
    { type: "BUTTONS", buttons: buttons.map(buttonToMeta) },
  ];
}

function cardToMeta(card: TemplateCard, writing: Writing) {
  const components: TemplateComponent[] = [
    headerToMeta(card.header, writing),
    ...(card.body === null ? [] : [bodyToMeta(card.body, card.bodyExamples ?? {}, writing.format)]),
    { type: "BUTTONS", buttons: card.buttons.map(buttonToMeta) },
  ];
  return { components };
}

function bodyToMeta(text: string, examples: Examples, format: ParameterFormat): TemplateBody {
  const keys = variableKeys(text);
  if (keys.length === 0) return { type: "BODY", text };
  const example =
    format === "named"
      ? { body_text_named_params: keys.map((key) => named(key, examples)) }
      : { body_text: [keys.map((key) => examples[key] ?? "")] };
  return { type: "BODY", text, example };
}

function named(key: string, examples: Examples) {
  return { param_name: key, example: examples[key] ?? "" };
}

function headerToMeta(header: TemplateHeader, { format, handles }: Writing): MetaHeader {
  switch (header.kind) {
    case "text": {
      const [key] = variableKeys(header.text);
      if (key === undefined) return { type: "HEADER", format: "TEXT", text: header.text };
      const shown = header.example ?? "";
      const example =
        format === "named"
          ? { header_text_named_params: [{ param_name: key, example: shown }] }
          : { header_text: [shown] };
      return { type: "HEADER", format: "TEXT", text: header.text, example };
    }
    case "image":
      return { type: "HEADER", format: "IMAGE", ...handleOf(header, handles) };
    case "video":
      return { type: "HEADER", format: "VIDEO", ...handleOf(header, handles) };
    case "document":
      return { type: "HEADER", format: "DOCUMENT", ...handleOf(header, handles) };
    case "location":
      return { type: "HEADER", format: "LOCATION" };
    case "product":
      return { type: "HEADER", format: "PRODUCT" };
    case "other":
      throw new Error(`A header of the kind ${header.what} cannot be submitted.`);
    default:
      return unreachable(header);
  }
}

function handleOf(
  { sample }: Extract<TemplateHeader, { kind: "image" | "video" | "document" }>,
  handles: SampleHandles,
) {
  const handle = sample?.from === "file" ? handles.get(sample.fileId) : undefined;
  return handle === undefined ? {} : { example: { header_handle: [handle] } };
}

function buttonToMeta(button: TemplateButton): MetaButton {
  const { title: text } = button;
  const words = text === "" ? {} : { text };
  switch (button.kind) {
    case "reply":
      return { type: "QUICK_REPLY", text };
    case "url": {
      const { url, example } = button;
      return { type: "URL", text, url, ...(example !== undefined && { example: [example] }) };
    }
    case "phone":
      return { type: "PHONE_NUMBER", text, phone_number: button.phone };
    case "copy-code":
      return { type: "COPY_CODE", ...words, ...(button.example && { example: button.example }) };
    case "flow":
      return flowToMeta(button);
    case "catalog":
      return { type: "CATALOG", ...words };
    case "products":
      return { type: "MPM", ...words };
    case "product":
      return { type: "SPM", ...words };
    case "code":
      return codeToMeta(button);
    case "call": {
      const { ttlMinutes } = button;
      return {
        type: "VOICE_CALL",
        text,
        ...(ttlMinutes !== undefined && { ttl_minutes: ttlMinutes }),
      };
    }
    case "ask-contact":
      return { type: "REQUEST_CONTACT_INFO", ...words };
    case "other":
      throw new Error(`A button of the kind ${button.what} cannot be submitted.`);
    default:
      return unreachable(button);
  }
}

function flowToMeta(button: Extract<TemplateButton, { kind: "flow" }>): MetaButton {
  const { title: text, flowId, action, screen } = button;
  return {
    type: "FLOW",
    text,
    flow_id: flowId,
    flow_action: action === "navigate" ? "navigate" : "data_exchange",
    ...(screen !== undefined && { navigate_screen: screen }),
  };
}

const OTP = { "copy-code": "COPY_CODE", "one-tap": "ONE_TAP", "zero-tap": "ZERO_TAP" } as const;

function codeToMeta(button: Extract<TemplateButton, { kind: "code" }>): MetaButton {
  const { title, how, autofillTitle, apps = [], termsAccepted } = button;
  const own = how === "copy-code" ? [] : apps;
  return {
    type: "OTP",
    otp_type: OTP[how],
    ...(title !== "" && { text: title }),
    ...(autofillTitle && how !== "copy-code" && { autofill_text: autofillTitle }),
    ...(how === "zero-tap" && { zero_tap_terms_accepted: termsAccepted === true }),
    ...(own.length > 0 && {
      supported_apps: own.map((app) => ({
        package_name: app.packageName,
        signature_hash: app.signatureHash,
      })),
    }),
  };
}
