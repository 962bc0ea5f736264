/** An Android app that takes a code by itself. */
export type CodeApp = { readonly packageName: string; readonly signatureHash: string };

export type TemplateButton =
  | { readonly kind: "reply"; readonly title: string }
  /** `url` may end in one variable; `example` is then the whole address with it filled in. */
  | {
      readonly kind: "url";
      readonly title: string;
      readonly url: string;
      readonly example?: string;
    }
  | { readonly kind: "phone"; readonly title: string; readonly phone: string }
  /** The code of a coupon; each message brings its own. */
  | { readonly kind: "copy-code"; readonly title: string; readonly example?: string }
  | {
      readonly kind: "flow";
      readonly title: string;
      readonly flowId: string;
      readonly action: "navigate" | "data-exchange";
      readonly screen?: string;
    }
  /** The catalog, some of its products (each message says which), or the one of the header. */
  | { readonly kind: "catalog" | "products" | "product"; readonly title: string }
  /** A one-time code: copied, filled in at a tap, or filled in without one. */
  | {
      readonly kind: "code";
      readonly title: string;
      readonly how: CodeDelivery;
      readonly autofillTitle?: string;
      readonly apps?: readonly CodeApp[];
      readonly termsAccepted?: boolean;
    }
  | { readonly kind: "call"; readonly title: string; readonly ttlMinutes?: number }
  /** Asks the person for their phone number. */
  | { readonly kind: "ask-contact"; readonly title: string }
  | { readonly kind: "other"; readonly title: string; readonly what: string };

export type CodeDelivery = "copy-code" | "one-tap" | "zero-tap";

export type ButtonKind = TemplateButton["kind"];
