/**
 * What a contact agreed to, and took back.
 *
 * The ledger is a list of records that is only ever added to; what holds at a
 * moment follows from it and is stored nowhere. Of the records that are about a
 * purpose and a channel the latest decides. A record without a channel is about
 * all of them.
 *
 * What a contact sets in WhatsApp itself lies above that: while they have
 * stopped marketing there, nothing that was recorded elsewhere lifts it, for
 * Meta would not deliver; and when they resume, no more holds than before.
 */
export const CONSENT_PURPOSES = ["service", "utility", "marketing", "calls"] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** By which way it was said. */
export const CONSENT_WAYS = [
  "site-form",
  "widget",
  "import",
  /** A message of the contact's, with its text. */
  "message",
  /** A tap on the button of a template that asked. */
  "button",
  "stop-word",
  "start-word",
  /** What the contact set in WhatsApp, or what Meta refuses for it. */
  "meta-preference",
  /** A member says so: on the phone, in the shop. */
  "note",
  "api",
] as const;
export type ConsentWay = (typeof CONSENT_WAYS)[number];

export type ConsentDecision = "granted" | "withdrawn";

export type ConsentRecord = {
  readonly id: string;
  readonly purpose: ConsentPurpose;
  /** Null is every channel. */
  readonly channelId: string | null;
  readonly decision: ConsentDecision;
  readonly way: ConsentWay;
  /** When the contact said it. */
  readonly at: Date;
  readonly recordedAt: Date;
  /** Until when it was granted; null is until it is taken back. */
  readonly expiresAt: Date | null;
};

export type ConsentQuestion = {
  readonly purpose: ConsentPurpose;
  readonly channelId: string;
  readonly now: Date;
};

/** Why there is no valid consent. */
export const CONSENT_LACKS = [
  "nothing-recorded",
  "withdrawn",
  "stopped-in-whatsapp",
  "expired",
  "other-channel",
] as const;
export type ConsentLack = (typeof CONSENT_LACKS)[number];

export type ConsentVerdict =
  | { readonly valid: true; readonly recordId: string }
  | {
      readonly valid: false;
      readonly missing: ConsentLack;
      /** The record that stands in the way; null when there is none at all. */
      readonly recordId: string | null;
    };

/**
 * Says which record decides, or what is missing.
 *
 * A grant dated in the future has not been given; a withdrawal always counts,
 * and outranks a grant of the same instant. `valid_consent` in the database says
 * the same of many contacts at once.
 */
export function decideConsent(
  records: readonly ConsentRecord[],
  { purpose, channelId, now }: ConsentQuestion,
): ConsentVerdict {
  const about = records
    .filter((it) => it.purpose === purpose)
    .filter((it) => it.decision === "withdrawn" || it.at <= now)
    .toSorted(laterFirst);
  const here = about.filter((it) => it.channelId === null || it.channelId === channelId);
  const preference = here.find((it) => it.way === "meta-preference");
  if (preference?.decision === "withdrawn") return lacks("stopped-in-whatsapp", preference);

  const said = here.find((it) => it.way !== "meta-preference");
  if (!said) {
    const elsewhere = about.find((it) => it.way !== "meta-preference");
    return elsewhere ? lacks("other-channel", elsewhere) : lacks("nothing-recorded", null);
  }
  if (said.decision === "withdrawn") return lacks("withdrawn", said);
  if (said.expiresAt !== null && said.expiresAt <= now) return lacks("expired", said);
  return { valid: true, recordId: said.id };
}

function lacks(missing: ConsentLack, record: ConsentRecord | null): ConsentVerdict {
  return { valid: false, missing, recordId: record?.id ?? null };
}

/** The order of the ledger, for whoever shows it too. */
export function laterFirst(one: ConsentRecord, other: ConsentRecord): number {
  return (
    other.at.getTime() - one.at.getTime() ||
    Number(other.decision === "withdrawn") - Number(one.decision === "withdrawn") ||
    other.recordedAt.getTime() - one.recordedAt.getTime() ||
    (one.id < other.id ? 1 : one.id > other.id ? -1 : 0)
  );
}

/** Ways by which a contact themselves has agreed, not somebody for them. */
const OWN_WAYS: readonly ConsentWay[] = ["site-form", "widget", "message", "button"];

/**
 * Whether a word such as START brings a consent back.
 *
 * It does only where the contact had agreed by an act of their own before: a
 * single word of somebody who never did says too little of what they want.
 */
export function maySayStart(records: readonly ConsentRecord[], question: ConsentQuestion): boolean {
  const verdict = decideConsent(records, question);
  if (verdict.valid || verdict.missing !== "withdrawn") return false;
  return records.some(
    (it) =>
      it.purpose === question.purpose &&
      it.decision === "granted" &&
      OWN_WAYS.includes(it.way) &&
      (it.channelId === null || it.channelId === question.channelId),
  );
}
