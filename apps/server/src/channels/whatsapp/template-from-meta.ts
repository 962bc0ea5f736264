import type { TemplateButton as MetaButton, Template as MetaTemplate } from "@galka/cloud-api";
import { idOf } from "@galka/core/kernel/ids";
import type {
  Template,
  TemplateButton,
  TemplateCategory,
  TemplateHeader,
  TemplateStatus,
} from "@galka/core/templates/template";

/** A template as its account holds it. What is not known of it is named, not dropped. */
export function templateFromMeta(channelId: string, template: MetaTemplate): Template {
  const parts = template.components ?? [];
  const found = (type: string) => parts.find((part) => part.type.toUpperCase() === type);
  const [header, body, footer, buttons] = ["HEADER", "BODY", "FOOTER", "BUTTONS"].map(found);
  return {
    channelId: idOf<"channel">(channelId),
    id: template.id,
    name: template.name,
    language: template.language,
    category: CATEGORY[template.category.toUpperCase()] ?? "utility",
    status: STATUS[template.status.toUpperCase()] ?? "other",
    rejectedReason: reasonOf(template.rejected_reason),
    quality: QUALITY[template.quality_score?.score?.toUpperCase() ?? ""] ?? "unknown",
    header: header && "format" in header ? headerFrom(header) : null,
    body: body && "text" in body ? (body.text ?? "") : "",
    footer: footer && "text" in footer ? (footer.text ?? null) : null,
    buttons: buttons && "buttons" in buttons ? buttons.buttons.map(buttonFrom) : [],
  };
}

const CATEGORY: Readonly<Record<string, TemplateCategory>> = {
  MARKETING: "marketing",
  UTILITY: "utility",
  AUTHENTICATION: "authentication",
};

const STATUS: Readonly<Record<string, TemplateStatus>> = {
  APPROVED: "approved",
  PENDING: "pending",
  IN_APPEAL: "pending",
  REJECTED: "rejected",
  PAUSED: "paused",
  DISABLED: "disabled",
  LIMIT_EXCEEDED: "disabled",
  ARCHIVED: "archived",
};

const QUALITY: Readonly<Record<string, Template["quality"]>> = {
  GREEN: "green",
  YELLOW: "yellow",
  RED: "red",
};

function reasonOf(reason: string | undefined): string | null {
  return reason === undefined || reason === "NONE" || reason === "" ? null : reason;
}

function headerFrom(header: { readonly format: string; readonly text?: string }): TemplateHeader {
  const format = header.format.toUpperCase();
  switch (format) {
    case "TEXT":
      return { kind: "text", text: header.text ?? "" };
    case "IMAGE":
      return { kind: "image" };
    case "VIDEO":
      return { kind: "video" };
    case "DOCUMENT":
      return { kind: "document" };
    case "LOCATION":
      return { kind: "location" };
    default:
      return { kind: "other", what: format };
  }
}

function buttonFrom(button: MetaButton): TemplateButton {
  const title = ("text" in button ? button.text : undefined) ?? "";
  switch (button.type.toUpperCase()) {
    case "QUICK_REPLY":
      return { kind: "reply", title };
    case "URL":
      return urlButton(title, "url" in button ? button.url : "", button);
    case "PHONE_NUMBER":
      return { kind: "phone", title, phone: "phone_number" in button ? button.phone_number : "" };
    case "COPY_CODE":
      return { kind: "copy-code", title };
    case "OTP":
      // Meta sends the code of an authentication template as the variable of a link.
      return urlButton(title, "{{1}}", button);
    default:
      return { kind: "other", title, what: button.type };
  }
}

function urlButton(title: string, url: string, button: MetaButton): TemplateButton {
  const example = "example" in button ? button.example : undefined;
  const first = typeof example === "string" ? example : example?.[0];
  return { kind: "url", title, url, ...(first !== undefined && { example: first }) };
}
