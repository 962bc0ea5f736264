import type {
  FaultJson,
  FaultMatch,
  FaultWhen,
  NewFault,
  RequestFault,
  WebhookFault,
} from "@galka/emulator/wire/control";

export const REQUEST_KINDS = [
  "graph-error",
  "http",
  "lose-answer",
  "reset",
  "delay",
  "hang",
  "truncate",
  "token-expired",
  "media-expired",
  "account-locked",
] as const satisfies readonly RequestFault["kind"][];

export const WEBHOOK_KINDS = [
  "duplicate",
  "delay",
  "reorder",
  "drop",
  "hold",
  "unsubscribe",
] as const satisfies readonly WebhookFault["kind"][];

export const WHENS = ["always", "next", "every", "probability"] as const satisfies readonly (
  | FaultWhen["kind"]
  | "always"
)[];

export const LOST_BY = ["reset", "silence", "truncation", "proxy-error"] as const;

/** A rule as the form has it: everything that any kind of rule may need. */
export type FaultDraft = {
  readonly on: "request" | "webhook";
  readonly request: (typeof REQUEST_KINDS)[number];
  readonly webhook: (typeof WEBHOOK_KINDS)[number];
  readonly code: number;
  readonly subcode: number;
  readonly status: number;
  readonly ms: number;
  readonly times: number;
  readonly by: (typeof LOST_BY)[number];
  readonly when: (typeof WHENS)[number];
  /** How many, every how manieth, or how many of a hundred. */
  readonly count: number;
  /** Empty parts fit everything. */
  readonly match: FaultMatch;
  /** 0: for ever. */
  readonly forMs: number;
  readonly startsInMs: number;
};

export const FRESH_DRAFT: FaultDraft = {
  on: "request",
  request: "graph-error",
  webhook: "duplicate",
  code: 131000,
  subcode: 0,
  status: 503,
  ms: 5_000,
  times: 1,
  by: "reset",
  when: "always",
  count: 1,
  match: {},
  forMs: 0,
  startsInMs: 0,
};

/** What the emulator is told. */
export function faultOf(draft: FaultDraft): NewFault {
  const rule = {
    match: matchOf(draft),
    when: whenOf(draft),
    ...(draft.forMs > 0 ? { forMs: draft.forMs } : {}),
    ...(draft.startsInMs > 0 ? { startsInMs: draft.startsInMs } : {}),
  };
  return draft.on === "request"
    ? { on: "request", ...rule, action: requestActionOf(draft) }
    : { on: "webhook", ...rule, action: webhookActionOf(draft) };
}

/** Webhooks that are held are let go when the rule is over, so it has to be over some time. */
export function isComplete(draft: FaultDraft): boolean {
  return draft.on === "request" || draft.webhook !== "hold" || draft.forMs > 0;
}

/** The rule alone, without what has become of it. */
export function ruleOf(fault: FaultJson): NewFault {
  const {
    id: _id,
    fitCount: _fit,
    strikeCount: _strike,
    from: _from,
    until: _until,
    ...rule
  } = fault;
  return rule;
}

/** Only what a rule of this side knows: an emptied field fits everything. */
function matchOf({ on, match }: FaultDraft): FaultMatch {
  const { method, path, phoneNumberId, to, template, type, update, field, status } = match;
  const of = on === "request" ? { method, path, template } : { update, field, status };
  const all = { ...of, phoneNumberId, to, type };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined && value !== ""),
  );
}

function whenOf({ when, count }: FaultDraft): FaultWhen {
  switch (when) {
    case "always":
      return { kind: "always" };
    case "next":
      return { kind: "next", count };
    case "every":
      return { kind: "every", nth: count };
    case "probability":
      return { kind: "probability", probability: Math.min(100, count) / 100 };
    default:
      return when satisfies never;
  }
}

function requestActionOf(draft: FaultDraft): RequestFault {
  const { request: kind, ms } = draft;
  switch (kind) {
    case "graph-error":
      return { kind, code: draft.code, ...(draft.subcode === 0 ? {} : { subcode: draft.subcode }) };
    case "http":
      return { kind, status: draft.status };
    case "lose-answer":
      return { kind, by: draft.by, ...(draft.by === "silence" ? { ms } : {}) };
    case "delay":
    case "hang":
      return { kind, ms };
    case "reset":
    case "truncate":
    case "token-expired":
    case "media-expired":
    case "account-locked":
      return { kind };
    default:
      return kind satisfies never;
  }
}

function webhookActionOf({ webhook: kind, ms, times }: FaultDraft): WebhookFault {
  switch (kind) {
    case "duplicate":
      return { kind, times };
    case "delay":
      return { kind, ms };
    case "reorder":
    case "drop":
    case "hold":
    case "unsubscribe":
      return { kind };
    default:
      return kind satisfies never;
  }
}
