import type { ContactImportChoicesJson } from "@galka/contract/json/people";
import type { ConsentPurpose } from "@galka/core/consent/consent";

type ConsentJson = NonNullable<ContactImportChoicesJson["consent"]>;

/** What a member says of the consents of a table while they fill it in. */
export type ConsentWish = {
  readonly isOn: boolean;
  readonly purposes: readonly ConsentPurpose[];
  readonly decision: "granted" | "withdrawn";
  readonly wordingId: string;
  /** Empty is every channel. */
  readonly channelId: string;
  readonly source: string;
  /** As 2026-11-22. */
  readonly day: string;
  /** The columns that say it row by row; empty is one word for all. */
  readonly dayColumn: string;
  readonly sourceColumn: string;
  readonly agreedColumn: string;
  readonly purposeColumn: string;
  readonly wordingColumn: string;
  readonly channelColumn: string;
};

const NOTHING: ConsentWish = {
  isOn: false,
  purposes: ["marketing"],
  decision: "granted",
  wordingId: "",
  channelId: "",
  source: "",
  day: "",
  dayColumn: "",
  sourceColumn: "",
  agreedColumn: "",
  purposeColumn: "",
  wordingColumn: "",
  channelColumn: "",
};

/** As it was chosen the last time for such a table. */
export function consentWishOf(before: ContactImportChoicesJson["consent"]): ConsentWish {
  if (!before) return NOTHING;
  return {
    isOn: true,
    purposes: before.purposes,
    decision: before.decision,
    wordingId: before.wordingId ?? "",
    channelId: before.channelId ?? "",
    source: before.source,
    day: before.saidAt.slice(0, 10),
    dayColumn: before.saidAtColumn ?? "",
    sourceColumn: before.sourceColumn ?? "",
    agreedColumn: before.agreedColumn ?? "",
    purposeColumn: before.purposeColumn ?? "",
    wordingColumn: before.wordingColumn ?? "",
    channelColumn: before.channelColumn ?? "",
  };
}

/** Whether enough is said for it to prove anything. */
export function isProof(wish: ConsentWish) {
  const { isOn, purposes, wordingId, source, day, dayColumn } = wish;
  const hasDay = dayColumn !== "" || day !== "";
  const hasPurpose = purposes.length > 0 || wish.purposeColumn !== "";
  const hasWords = wordingId !== "" || wish.wordingColumn !== "";
  return !isOn || (hasPurpose && hasWords && source.trim() !== "" && hasDay);
}

/** What is asked of the server; undefined when nothing is to be recorded. */
export function consentBody(wish: ConsentWish, now: Date): ConsentJson | undefined {
  if (!wish.isOn || !isProof(wish)) return undefined;
  const { purposes, decision, wordingId, channelId, source } = wish;
  const { dayColumn, sourceColumn, agreedColumn } = wish;
  const { purposeColumn, wordingColumn, channelColumn } = wish;
  return {
    purposes: [...purposes],
    decision,
    wordingId: wordingId === "" ? null : wordingId,
    channelId: channelId === "" ? null : channelId,
    source: source.trim(),
    saidAt: momentOf(wish, now).toISOString(),
    ...(dayColumn !== "" && { saidAtColumn: dayColumn }),
    ...(sourceColumn !== "" && { sourceColumn }),
    ...(agreedColumn !== "" && { agreedColumn }),
    ...(purposeColumn !== "" && { purposeColumn }),
    ...(wordingColumn !== "" && { wordingColumn }),
    ...(channelColumn !== "" && { channelColumn }),
  };
}

/** A day counts from its first moment for who agreed and to its last for who took it back, but never ahead of now. */
function momentOf({ day, decision }: ConsentWish, now: Date): Date {
  if (day === "") return now;
  const at = new Date(`${day}T${decision === "granted" ? "00:00:00.000" : "23:59:59.999"}Z`);
  return at > now && day === now.toISOString().slice(0, 10) ? now : at;
}
