/**
 * What to do about a refused call or a failed message. A `switch` over `kind` is exhaustive.
 *
 * The remedy is about what comes next; whether the refused send may have gone out all the same
 * is another question, answered by `CloudApiError.accepted`.
 */
export type Remedy =
  /** A passing trouble at Meta: the same request may succeed after `ms`. */
  | { readonly kind: "retry-after"; readonly ms: number }
  /** Too much to this one person: hold back this person only, at least for `ms`. */
  | { readonly kind: "wait-for-pair"; readonly ms: number }
  /** Too many requests altogether: lower the rate, and repeat this one after `ms`. */
  | { readonly kind: "slow-down"; readonly ms: number }
  /** The template cannot be used by anyone until Meta or the business changes it. */
  | { readonly kind: "pause-template" }
  /** The number cannot send until something about it or its account is put right. */
  | { readonly kind: "pause-number" }
  /** The token is not valid or lacks a permission: nothing of this account can work. */
  | { readonly kind: "pause-everything" }
  /** Leave this person alone for `ms`; then the same may be tried again. */
  | { readonly kind: "spare-person"; readonly ms: number }
  /** This message will not reach this person; others may. */
  | { readonly kind: "give-up-on-person" }
  /** The person refused this kind of message: never send it again unless they resume. */
  | { readonly kind: "never-again-for-purpose"; readonly purpose: "marketing" }
  /** The 24-hour window is closed: an approved template may be sent instead. */
  | { readonly kind: "use-template" }
  /** The template, or what fills it, does not fit: choose or correct it before sending again. */
  | { readonly kind: "other-template" }
  /** What we asked is wrong. The same request will always be refused. */
  | { readonly kind: "fix-request" }
  /** Nothing to do: it is information, or what was asked is already so. */
  | { readonly kind: "nothing" };

/** The same sentence in the languages of the product. */
export type Bilingual = { readonly en: string; readonly ru: string };

/** What is known of an error code. */
export type ErrorExplanation = {
  readonly code: number;
  /** Meta's title, in English; a short name of ours where its pages give none. */
  readonly title: string;
  readonly remedy: Remedy;
  /** What happened, for the person in front of the screen. */
  readonly explain: Bilingual;
  /** What that person can do about it. */
  readonly whatToDo: Bilingual;
};
