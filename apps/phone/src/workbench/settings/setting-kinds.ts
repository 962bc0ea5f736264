import type { SettingsJson } from "@galka/emulator/wire/control";

/** Settings that are one of several. */
export const CHOICES = {
  pairBorrowing: ["bucket", "burst"],
  throughput: ["by-level", "unlimited"],
  messagingLimits: ["by-tier", "unlimited"],
  quality: ["by-feedback", "by-hand"],
  pacing: ["off", "template", "portfolio"],
  unknownNumbers: ["absent", "join"],
  escaping: ["meta", "escaped", "raw"],
  tariff: ["by-date", "2018", "2022", "2023", "2024-11", "2025-07", "2026-10"],
} as const satisfies Partial<{ [K in keyof SettingsJson]: readonly SettingsJson[K][] }>;

export type ChoiceName = keyof typeof CHOICES;

export type SwitchName =
  | "pairRate"
  | "throughputUpgrade"
  | "countryRules"
  | "spamLimit"
  | "graphLimits"
  | "reviewer";

export type SpanName =
  | "reviewDelayMs"
  | "templateSyncMs"
  | "sentDelayMs"
  | "arrivalDelayMs"
  | "batchDelayMs"
  | "webhookTimeoutMs"
  | "webhookRetentionMs"
  | "pacingHoldMs";

export type NumberName = "pacingSampleCount" | "freeServiceMessages";

/** One line of the settings, by what kind of thing it is. */
export type Setting =
  | { readonly kind: "switch"; readonly name: SwitchName }
  | { readonly kind: "choice"; readonly name: ChoiceName }
  | { readonly kind: "span"; readonly name: SpanName }
  | { readonly kind: "number"; readonly name: NumberName }
  | { readonly kind: "marketing-per-day" }
  | { readonly kind: "experiment" };

const toggle = (name: SwitchName): Setting => ({ kind: "switch", name });
const choice = (name: ChoiceName): Setting => ({ kind: "choice", name });
const span = (name: SpanName): Setting => ({ kind: "span", name });

/** All settings but the weather and where media lie, in the order of the page. */
export const GROUPS = {
  limits: [
    toggle("pairRate"),
    choice("pairBorrowing"),
    choice("throughput"),
    toggle("throughputUpgrade"),
    choice("messagingLimits"),
    choice("quality"),
    toggle("spamLimit"),
    toggle("countryRules"),
    toggle("graphLimits"),
  ],
  marketing: [
    choice("pacing"),
    { kind: "number", name: "pacingSampleCount" },
    span("pacingHoldMs"),
    { kind: "marketing-per-day" },
    { kind: "experiment" },
  ],
  delivery: [choice("unknownNumbers"), span("sentDelayMs"), span("arrivalDelayMs")],
  review: [toggle("reviewer"), span("reviewDelayMs"), span("templateSyncMs")],
  webhooks: [
    span("batchDelayMs"),
    choice("escaping"),
    span("webhookTimeoutMs"),
    span("webhookRetentionMs"),
  ],
  money: [choice("tariff"), { kind: "number", name: "freeServiceMessages" }],
} as const satisfies Readonly<Record<string, readonly Setting[]>>;

export type GroupName = keyof typeof GROUPS;

export const GROUP_NAMES = [
  "limits",
  "marketing",
  "delivery",
  "review",
  "webhooks",
  "money",
] as const satisfies readonly GroupName[];
