/** The words of the control API for things that go wrong on purpose. */

/** Which requests or webhook updates a rule is about; every given part must fit. */
export type FaultMatch = {
  readonly method?: string;
  /** Part of the path without its version, e.g. `/messages`. */
  readonly path?: string;
  readonly phoneNumberId?: string;
  /** Recipient of a send, or the person a webhook update is about; digits or BSUID. */
  readonly to?: string;
  /** Name of the template that is sent. */
  readonly template?: string;
  /** Type of the message that is sent, or that a webhook tells of, e.g. `image`. */
  readonly type?: string;
  /** Webhook updates: a message from a person or the status of a send. */
  readonly update?: "message" | "status" | "other";
  /** Webhook updates: the field, e.g. `account_update`. */
  readonly field?: string;
  /** Webhook updates: the status's name. */
  readonly status?: "sent" | "delivered" | "read" | "played" | "failed";
};

/** How often a rule strikes among what it fits. */
export type FaultWhen =
  | { readonly kind: "always" }
  | { readonly kind: "next"; readonly count: number }
  | { readonly kind: "every"; readonly nth: number }
  | { readonly kind: "probability"; readonly probability: number; readonly seed?: number };

/** What happens to a Graph request. Its milliseconds are the caller's, not the emulator's. */
export type RequestFault =
  /**
   * Done, and entered in the ledger if it is a send; the caller does not learn it. `reset`, the
   * default, destroys the connection; `silence` does so after `ms`; `truncation` breaks off in the
   * middle of the answer; `proxy-error` is a 502 with a page of HTML.
   */
  | {
      readonly kind: "lose-answer";
      readonly by?: "reset" | "silence" | "truncation" | "proxy-error";
      readonly ms?: number;
    }
  /** The connection is destroyed and nothing happens. */
  | { readonly kind: "reset" }
  /** An answer that is not Graph's, as a proxy gives it; nothing happens. */
  | {
      readonly kind: "http";
      readonly status: number;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Any error of Graph's; the words and the HTTP status are Meta's unless given. */
  | {
      readonly kind: "graph-error";
      readonly code: number;
      readonly subcode?: number;
      readonly status?: number;
      readonly title?: string;
      readonly details?: string;
    }
  /** Real milliseconds, then it goes on as usual. */
  | { readonly kind: "delay"; readonly ms: number }
  /** Nothing is done and no answer comes; the connection is destroyed after `ms`. */
  | { readonly kind: "hang"; readonly ms?: number }
  /** Nothing is done; an answer begins, promises more than it has, and breaks off. */
  | { readonly kind: "truncate" }
  /** As if the token had run out: 190 with subcode 463. */
  | { readonly kind: "token-expired" }
  /** As if the file were older than Meta keeps it. */
  | { readonly kind: "media-expired" }
  /** As if the account were locked: 131031. */
  | { readonly kind: "account-locked" };

/** What happens to a webhook update. */
export type WebhookFault =
  | { readonly kind: "duplicate"; readonly times?: number }
  | { readonly kind: "delay"; readonly ms: number }
  /** Put behind updates that came later. */
  | { readonly kind: "reorder" }
  | { readonly kind: "drop" }
  /** Kept back until the rule is over, then let go all at once. Needs `forMs`. */
  | { readonly kind: "hold" }
  /** The app's subscription to the account is gone without a word, from this update on. */
  | { readonly kind: "unsubscribe" };

type Rule = {
  readonly match?: FaultMatch;
  readonly when?: FaultWhen;
  /** From when on it is in force, on the emulator's clock; at once when absent. */
  readonly startsInMs?: number;
  /** How long it is in force from then; for ever when absent. */
  readonly forMs?: number;
};

export type NewFault =
  | (Rule & { readonly on: "request"; readonly action: RequestFault })
  | (Rule & { readonly on: "webhook"; readonly action: WebhookFault });

export type FaultJson = NewFault & {
  readonly id: string;
  /** How many times it fitted, and how many times it struck. */
  readonly fitCount: number;
  readonly strikeCount: number;
  /** When it is in force. */
  readonly from: string;
  readonly until: string | null;
};

/** Meta is away: requests fail, webhooks pile up and come in a flood when it is back. */
export type NewOutage = {
  readonly forMs: number;
  readonly startsInMs?: number;
  /** What requests are answered with, as HTML; 503 when absent. */
  readonly status?: number;
};

/** The two rules that an outage is made of. */
export type OutageJson = {
  readonly requests: FaultJson;
  readonly webhooks: FaultJson;
};
