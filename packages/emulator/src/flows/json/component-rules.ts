/** What a property of a component may be. */
export type Kind =
  | "string"
  | "number"
  | "boolean"
  | "object"
  | "array"
  | "action"
  | "components"
  | "cases"
  | "data-source"
  | "any";

export type PropertyRule = {
  readonly kind: Kind;
  readonly required?: boolean;
  /** Since which version of Flow JSON the property exists. */
  readonly since?: string;
  /** The longest text; longer than it is refused. */
  readonly max?: number;
  readonly values?: readonly string[];
  /** Also another kind may stand here. */
  readonly or?: Kind;
  readonly least?: number;
  readonly most?: number;
};

export type ComponentRule = {
  readonly since?: string;
  readonly properties: Readonly<Record<string, PropertyRule>>;
  /** It takes what the person enters; before 4.0 it stands in a Form only. */
  readonly input?: boolean;
  /** Actions that its `on-click-action` may be. */
  readonly clicks?: readonly string[];
  readonly mostPerScreen?: { readonly count: number; readonly error: string };
};

const string = { kind: "string" } as const;
const number = { kind: "number", or: "string" } as const;
const boolean = { kind: "boolean" } as const;
const action = { kind: "action" } as const;
const required = <R extends PropertyRule>(rule: R) => ({ ...rule, required: true }) as const;
const upTo = (max: number): PropertyRule => ({ kind: "string", max });

const VISIBLE = { visible: boolean } as const;
const TEXT = { text: required(string), ...VISIBLE } as const;
const FONT = {
  "font-weight": { kind: "string", values: ["bold", "italic", "bold_italic", "normal"] },
  strikethrough: boolean,
  markdown: { kind: "boolean", since: "5.1" },
} as const satisfies Record<string, PropertyRule>;

const INPUT = {
  name: required(string),
  required: boolean,
  ...VISIBLE,
  "init-value": { kind: "any", since: "4.0" },
  "error-message": { kind: "any", since: "4.0" },
} as const satisfies Record<string, PropertyRule>;

const SELECT = {
  "on-select-action": action,
  "on-unselect-action": { kind: "action", since: "6.0" },
} as const satisfies Record<string, PropertyRule>;

const source = (least: number, most: number): PropertyRule => ({
  kind: "data-source",
  required: true,
  least,
  most,
});

const UPLOADS = {
  name: required(string),
  label: required(upTo(80)),
  description: upTo(300),
  "max-file-size-kb": number,
  enabled: boolean,
  ...VISIBLE,
  "error-message": { kind: "any" },
} as const satisfies Record<string, PropertyRule>;

const DATES = {
  "min-date": string,
  "max-date": string,
  "unavailable-dates": { kind: "array", or: "string" },
} as const satisfies Record<string, PropertyRule>;

const LABEL_VARIANT = {
  "label-variant": { kind: "string", since: "7.0" },
} as const satisfies Record<string, PropertyRule>;

/** The branches of an `If`. An object that is written with a property `then` looks like a promise. */
const BRANCHES = ["then", "else"] as const;

const IF: Readonly<Record<string, PropertyRule>> = Object.fromEntries<PropertyRule>([
  ["condition", required(string)],
  ...BRANCHES.map((key): [string, PropertyRule] => [
    key,
    { kind: "components", required: key === "then" },
  ]),
]);

/**
 * The components of Flow JSON and their properties.
 *
 * Meta: docs/…/flows/reference/components, read 2026-11.
 */
export const COMPONENTS: Readonly<Record<string, ComponentRule>> = {
  TextHeading: { properties: { ...TEXT, text: required(upTo(80)) } },
  TextSubheading: { properties: { ...TEXT, text: required(upTo(80)) } },
  TextBody: {
    properties: {
      ...TEXT,
      ...FONT,
      text: { kind: "string", or: "array", required: true, max: 4096 },
    },
  },
  TextCaption: {
    properties: {
      ...TEXT,
      ...FONT,
      text: { kind: "string", or: "array", required: true, max: 409 },
    },
  },
  RichText: {
    since: "5.1",
    properties: { text: { kind: "string", or: "array", required: true }, ...VISIBLE },
  },
  TextInput: {
    input: true,
    properties: {
      ...INPUT,
      ...LABEL_VARIANT,
      label: required(upTo(20)),
      "input-type": {
        kind: "string",
        values: ["text", "number", "email", "password", "passcode", "phone"],
      },
      pattern: { kind: "string", since: "6.2" },
      "min-chars": number,
      "max-chars": number,
      "helper-text": upTo(80),
    },
  },
  TextArea: {
    input: true,
    properties: {
      ...INPUT,
      ...LABEL_VARIANT,
      label: required(upTo(20)),
      "max-length": number,
      "helper-text": upTo(80),
      enabled: boolean,
    },
  },
  CheckboxGroup: {
    input: true,
    properties: {
      ...INPUT,
      ...SELECT,
      label: upTo(30),
      description: { kind: "string", since: "4.0", max: 300 },
      "data-source": source(1, 20),
      "min-selected-items": number,
      "max-selected-items": number,
      enabled: boolean,
      "media-size": { kind: "string", since: "5.0", values: ["regular", "large"] },
    },
  },
  RadioButtonsGroup: {
    input: true,
    properties: {
      ...INPUT,
      ...SELECT,
      label: upTo(30),
      description: { kind: "string", since: "4.0", max: 300 },
      "data-source": source(1, 20),
      enabled: boolean,
      "media-size": { kind: "string", since: "5.0", values: ["regular", "large"] },
    },
  },
  ChipsSelector: {
    since: "6.3",
    input: true,
    properties: {
      ...INPUT,
      ...SELECT,
      label: required(upTo(80)),
      description: upTo(300),
      "data-source": source(2, 20),
      "min-selected-items": number,
      "max-selected-items": number,
      enabled: boolean,
    },
  },
  Dropdown: {
    input: true,
    properties: {
      ...INPUT,
      ...SELECT,
      label: required(upTo(20)),
      "data-source": source(1, 200),
      enabled: boolean,
    },
  },
  OptIn: {
    input: true,
    clicks: ["data_exchange", "navigate", "open_url"],
    mostPerScreen: { count: 5, error: "MAX_OPT_IN_PER_SCREEN" },
    properties: {
      name: required(string),
      label: required(upTo(300)),
      required: boolean,
      ...VISIBLE,
      ...SELECT,
      "init-value": { kind: "any", since: "4.0" },
      "on-click-action": action,
    },
  },
  DatePicker: {
    input: true,
    properties: {
      ...INPUT,
      ...DATES,
      label: required(upTo(40)),
      "helper-text": upTo(80),
      enabled: boolean,
      "on-select-action": action,
    },
  },
  CalendarPicker: {
    since: "6.1",
    input: true,
    properties: {
      ...INPUT,
      ...DATES,
      title: upTo(80),
      description: upTo(300),
      label: { kind: "string", or: "object", required: true, max: 40 },
      "helper-text": { kind: "string", or: "object" },
      required: { kind: "boolean", or: "object" },
      enabled: boolean,
      mode: { kind: "string", values: ["single", "range"] },
      "include-days": { kind: "array", or: "string" },
      "min-days": number,
      "max-days": number,
      "on-select-action": action,
    },
  },
  PhotoPicker: {
    since: "4.0",
    input: true,
    properties: {
      ...UPLOADS,
      "photo-source": { kind: "string", values: ["camera_gallery", "camera", "gallery"] },
      "min-uploaded-photos": { kind: "number", or: "string", least: 0, most: 30 },
      "max-uploaded-photos": { kind: "number", or: "string", least: 1, most: 30 },
    },
  },
  DocumentPicker: {
    since: "4.0",
    input: true,
    properties: {
      ...UPLOADS,
      "allowed-mime-types": { kind: "array", or: "string" },
      "min-uploaded-documents": { kind: "number", or: "string", least: 0, most: 30 },
      "max-uploaded-documents": { kind: "number", or: "string", least: 1, most: 30 },
    },
  },
  Image: {
    mostPerScreen: { count: 3, error: "MAX_IMAGE_PER_SCREEN" },
    properties: {
      src: required(string),
      width: number,
      height: number,
      "scale-type": { kind: "string", values: ["cover", "contain"] },
      "aspect-ratio": number,
      "alt-text": string,
      ...VISIBLE,
    },
  },
  ImageCarousel: {
    since: "7.1",
    properties: {
      images: { kind: "array", or: "string", required: true },
      "aspect-ratio": { kind: "string", values: ["4:3", "16:9"] },
      "scale-type": { kind: "string", values: ["cover", "contain"] },
      ...VISIBLE,
    },
  },
  EmbeddedLink: {
    clicks: ["data_exchange", "navigate", "open_url", "update_data"],
    mostPerScreen: { count: 2, error: "MAX_EMBEDDED_LINK_PER_SCREEN" },
    properties: { text: required(upTo(25)), "on-click-action": required(action), ...VISIBLE },
  },
  NavigationList: {
    since: "6.2",
    clicks: ["data_exchange", "navigate"],
    properties: {
      name: required(string),
      "list-items": { kind: "array", or: "string", required: true },
      label: upTo(80),
      description: upTo(300),
      "media-size": { kind: "string", values: ["regular", "large"] },
      "on-click-action": action,
      ...VISIBLE,
    },
  },
  Footer: {
    clicks: ["data_exchange", "navigate", "complete", "open_url", "update_data"],
    mostPerScreen: { count: 1, error: "MAX_FOOTER_PER_SCREEN" },
    properties: {
      label: required(upTo(35)),
      "left-caption": upTo(15),
      "center-caption": upTo(15),
      "right-caption": upTo(15),
      enabled: boolean,
      "on-click-action": required(action),
    },
  },
  Form: {
    properties: {
      name: required(string),
      children: { kind: "components", required: true },
      "init-values": { kind: "object", or: "string" },
      "error-messages": { kind: "object", or: "string" },
    },
  },
  If: { since: "4.0", properties: IF },
  Switch: {
    since: "4.0",
    properties: { value: required(string), cases: { kind: "cases", required: true } },
  },
};
