import type { TemplateButton as MetaButton, TemplateCodeButton } from "@galka/cloud-api";
import type { CodeApp, CodeDelivery, TemplateButton } from "@galka/core/templates/button";

/** A button of a template as its account holds it. */
export function buttonFrom(button: MetaButton): TemplateButton {
  const title = ("text" in button ? button.text : undefined) ?? "";
  switch (button.type) {
    case "QUICK_REPLY":
    case "quick_reply":
      return { kind: "reply", title };
    case "URL":
    case "url":
      return { kind: "url", title, url: button.url, ...exampleOf(button.example) };
    case "PHONE_NUMBER":
    case "phone_number":
      return { kind: "phone", title, phone: button.phone_number };
    case "COPY_CODE":
    case "copy_code":
      return { kind: "copy-code", title, ...exampleOf(button.example) };
    case "FLOW":
    case "flow":
      return {
        kind: "flow",
        title,
        flowId: button.flow_id ?? button.flow_name ?? "",
        action:
          button.flow_action?.toLowerCase() === "data_exchange" ? "data-exchange" : "navigate",
        ...(button.navigate_screen !== undefined && { screen: button.navigate_screen }),
      };
    case "OTP":
    case "otp":
      return codeFrom(title, button);
    case "VOICE_CALL":
    case "voice_call": {
      const ttlMinutes = button.ttl_minutes;
      return { kind: "call", title, ...(ttlMinutes !== undefined && { ttlMinutes }) };
    }
    default:
      return plainFrom(title, button.type);
  }
}

function plainFrom(title: string, type: string): TemplateButton {
  switch (type.toUpperCase()) {
    case "CATALOG":
      return { kind: "catalog", title };
    case "MPM":
      return { kind: "products", title };
    case "SPM":
      return { kind: "product", title };
    case "REQUEST_CONTACT_INFO":
      return { kind: "ask-contact", title };
    default:
      return { kind: "other", title, what: type };
  }
}

const DELIVERY: Readonly<Record<string, CodeDelivery>> = {
  ONE_TAP: "one-tap",
  ZERO_TAP: "zero-tap",
};

function codeFrom(title: string, button: TemplateCodeButton): TemplateButton {
  const apps = appsOf(button);
  return {
    kind: "code",
    title,
    how: DELIVERY[button.otp_type.toUpperCase()] ?? "copy-code",
    ...(button.autofill_text !== undefined && { autofillTitle: button.autofill_text }),
    ...(apps.length > 0 && { apps }),
    ...(button.zero_tap_terms_accepted !== undefined && {
      termsAccepted: button.zero_tap_terms_accepted,
    }),
  };
}

/** One app alone may stand in the button itself, as in older templates. */
function appsOf(button: TemplateCodeButton): readonly CodeApp[] {
  const { package_name: name, signature_hash: hash, supported_apps: listed } = button;
  const own =
    name === undefined || hash === undefined ? [] : [{ package_name: name, signature_hash: hash }];
  return (listed ?? own).map((app) => ({
    packageName: app.package_name,
    signatureHash: app.signature_hash,
  }));
}

function exampleOf(example: string | readonly string[] | undefined) {
  const first = typeof example === "string" ? example : example?.[0];
  return first === undefined ? {} : { example: first };
}
