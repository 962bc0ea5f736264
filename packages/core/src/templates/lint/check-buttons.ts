import { unreachable } from "../../kernel/unreachable.ts";
import { lengthOf } from "../../messages/draft-flaw.ts";
import type { ButtonKind, CodeApp, TemplateButton } from "../button.ts";
import { type Finding, type LintPlace, occurrences } from "./finding.ts";
import type { BUTTON_RULES } from "./rules-of-buttons.ts";

type ButtonFinding = Finding<keyof typeof BUTTON_RULES>;

/** Where the buttons stand: below the message, or on a card. */
export type ButtonsPlace = { readonly card?: number; readonly isCode: boolean };

const BUTTONS_MAX = 10;
const TEXT_MAX = 25;
const LINK_MAX = 2000;

/** How many of a kind one template may have. Meta: docs/…/templates/components#buttons, read 2026-11. */
const MOST: Readonly<Record<ButtonKind, number>> = {
  reply: 10,
  url: 2,
  phone: 1,
  "copy-code": 1,
  flow: 1,
  catalog: 1,
  products: 1,
  product: 1,
  code: 1,
  call: 1,
  "ask-contact": 1,
  other: 10,
};

/** Kinds that bear no other button beside them. */
const ALONE: readonly ButtonKind[] = ["catalog", "products"];

/** Kinds whose words are Meta's when none are given. */
const SPEAKS_BY_ITSELF: readonly ButtonKind[] = [
  "copy-code",
  "catalog",
  "product",
  "code",
  "ask-contact",
];

export function checkButtons(
  buttons: readonly TemplateButton[],
  { card, isCode }: ButtonsPlace,
): ButtonFinding[] {
  const at = { part: "buttons", ...(card !== undefined && { card }) } as const;
  const kinds = buttons.map(({ kind }) => kind);
  const alone = kinds.findIndex((kind) => ALONE.includes(kind));
  return [
    ...(buttons.length > BUTTONS_MAX
      ? [{ rule: "buttons-too-many" as const, at, facts: { max: BUTTONS_MAX } }]
      : []),
    ...checkKinds(kinds, at),
    ...(areTogether(kinds) ? [] : [{ rule: "replies-apart" as const, at }]),
    ...(alone >= 0 && buttons.length > 1
      ? [{ rule: "button-alone" as const, at: { ...at, button: alone } }]
      : []),
    ...checkTitles(buttons, at),
    ...buttons.flatMap((button, index) => checkButton(button, { ...at, button: index }, isCode)),
  ];
}

function checkKinds(kinds: readonly ButtonKind[], at: LintPlace): ButtonFinding[] {
  return [...new Set(kinds)].flatMap((kind) => {
    const places = kinds.flatMap((it, index) => (it === kind ? [index] : []));
    const button = places[MOST[kind]];
    if (button === undefined) return [];
    const facts = { max: MOST[kind] };
    return [{ rule: "buttons-of-kind" as const, at: { ...at, button }, facts }];
  });
}

function areTogether(kinds: readonly ButtonKind[]): boolean {
  const replies = kinds.map((kind) => kind === "reply");
  return replies.filter((it, index) => index > 0 && it !== replies[index - 1]).length <= 1;
}

function checkTitles(buttons: readonly TemplateButton[], at: LintPlace): ButtonFinding[] {
  return buttons.flatMap(({ kind, title }, index): ButtonFinding[] => {
    const place = { ...at, button: index };
    if (title.trim() === "") {
      return SPEAKS_BY_ITSELF.includes(kind) ? [] : [{ rule: "button-text-missing", at: place }];
    }
    const length = lengthOf(title);
    const facts = { length, max: TEXT_MAX };
    const isEqual = buttons.findIndex((it) => it.title === title) < index;
    return [
      ...(length > TEXT_MAX ? [{ rule: "button-text-too-long" as const, at: place, facts }] : []),
      ...(/\n|\{\{/u.test(title) ? [{ rule: "button-text-plain" as const, at: place }] : []),
      ...(isEqual ? [{ rule: "button-texts-equal" as const, at: place }] : []),
    ];
  });
}

function checkButton(button: TemplateButton, at: LintPlace, isCode: boolean): ButtonFinding[] {
  switch (button.kind) {
    case "url":
      return checkLink(button, at);
    case "phone":
      return /^\+?[\d\s()-]{5,20}$/u.test(button.phone) && button.phone.length <= 20
        ? []
        : [{ rule: "phone-format", at }];
    case "copy-code":
      return checkCoupon(button.example ?? "", at);
    case "flow":
      return [
        ...(button.flowId.trim() === "" ? [{ rule: "flow-missing" as const, at }] : []),
        ...(button.action === "navigate" && (button.screen ?? "").trim() === ""
          ? [{ rule: "flow-screen" as const, at }]
          : []),
      ];
    case "call":
      return isCallTime(button.ttlMinutes) ? [] : [{ rule: "call-time", at }];
    case "code":
      return isCode ? checkCode(button, at) : [{ rule: "code-elsewhere", at }];
    case "other":
      return [{ rule: "button-unknown", at, facts: { what: button.what } }];
    case "reply":
    case "catalog":
    case "products":
    case "product":
    case "ask-contact":
      return [];
    default:
      return unreachable(button);
  }
}

// Which hosts hide an address is known to everybody and published by nobody.
const HIDING =
  /^https?:\/\/(?:www\.)?(bit\.ly|tinyurl\.com|goo\.gl|t\.co|wa\.me|is\.gd|clck\.ru|vk\.cc|cutt\.ly)\b/iu;

function checkLink(
  { url, example }: Extract<TemplateButton, { kind: "url" }>,
  at: LintPlace,
): ButtonFinding[] {
  const isAddress = /^https?:\/\/[^\s/]+\.[^\s]+$/iu.test(url) && lengthOf(url) <= LINK_MAX;
  const found = occurrences(url);
  const [variable] = found;
  const isPlaced = variable === undefined || (variable.key === "1" && variable.to === url.length);
  const host = HIDING.exec(url)?.[1];
  return [
    ...(isAddress ? [] : [{ rule: "link-format" as const, at }]),
    ...(found.length > 1 || !isPlaced ? [{ rule: "link-variable" as const, at }] : []),
    ...(variable && !/^https?:\/\/\S+$/iu.test(example ?? "")
      ? [{ rule: "link-example" as const, at }]
      : []),
    ...(host === undefined ? [] : [{ rule: "link-hidden" as const, at, facts: { host } }]),
  ];
}

// Meta: 15 characters, 20 since December 2025, docs/…/templates/components, read 2026-11.
const COUPON_MAX = 20;

function checkCoupon(example: string, at: LintPlace): ButtonFinding[] {
  const isGood = example.trim() !== "" && lengthOf(example) <= COUPON_MAX;
  return isGood ? [] : [{ rule: "coupon-example", at, facts: { max: COUPON_MAX } }];
}

const CALL_LEAST = 1440;
const CALL_MOST = 43_200;

function isCallTime(minutes: number | undefined): boolean {
  return minutes === undefined || (minutes >= CALL_LEAST && minutes <= CALL_MOST);
}

const APPS_MAX = 5;

function checkCode(
  { how, apps = [], termsAccepted }: Extract<TemplateButton, { kind: "code" }>,
  at: LintPlace,
): ButtonFinding[] {
  if (how === "copy-code") return [];
  const areNamed = apps.length > 0 && apps.length <= APPS_MAX && apps.every(isApp);
  return [
    ...(areNamed ? [] : [{ rule: "code-app" as const, at }]),
    ...(how === "zero-tap" && termsAccepted !== true ? [{ rule: "code-terms" as const, at }] : []),
  ];
}

function isApp({ packageName, signatureHash }: CodeApp): boolean {
  const isPackage = /^[a-zA-Z]\w*(\.[a-zA-Z]\w*)+$/u.test(packageName) && packageName.length <= 224;
  return isPackage && /^[\w+/=]{11}$/u.test(signatureHash);
}
