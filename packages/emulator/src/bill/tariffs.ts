import {
  CARD_2018,
  CARD_2022_02,
  CARD_2023_06,
  CARD_2024_06,
  CARD_2024_07,
  CARD_2024_08,
  CARD_2024_10,
  CARD_2025_02,
} from "./rates/by-conversation.ts";
import { CARDS_2025, CARDS_2026 } from "./rates/by-message.ts";
import type { TariffChoice } from "../wire/bill.ts";
import type { RateCard } from "./rate-card.ts";

/**
 * Meta's ways of charging, each named after the day it began.
 *
 * `2018`: each delivered template notification. `2022`: conversations of 24
 * hours, begun by the business or the user, a thousand a month free. `2023`:
 * a conversation per category, a thousand of service free. `2024-11`: the same
 * with all of service free. `2025-07`: each delivered template message, with
 * volume tiers. `2026-10`: service messages too, after a thousand, and utility
 * also inside the window.
 *
 * Meta: docs/…/pricing and docs/…/pricing/conversation-based-pricing, read 2026-11.
 */
export type TariffId = "2018" | "2022" | "2023" | "2024-11" | "2025-07" | "2026-10";

export type Tariff = {
  readonly id: TariffId;
  /** First day, by the account's time zone. */
  readonly from: string;
  readonly cards: readonly RateCard[];
};

const BY_CATEGORY = [CARD_2023_06, CARD_2024_06, CARD_2024_07, CARD_2024_08, CARD_2024_10];

/** In order of time. */
export const TARIFFS: readonly Tariff[] = [
  { id: "2018", from: "2018-08-01", cards: [CARD_2018] },
  { id: "2022", from: "2022-02-01", cards: [CARD_2022_02] },
  { id: "2023", from: "2023-06-01", cards: BY_CATEGORY },
  { id: "2024-11", from: "2024-11-01", cards: [CARD_2024_10, CARD_2025_02] },
  { id: "2025-07", from: "2025-07-01", cards: CARDS_2025 },
  { id: "2026-10", from: "2026-10-01", cards: CARDS_2026 },
];

/** The tariff of `day`; a day before all of them gets the first. */
export function tariffAt(choice: TariffChoice, day: string): Tariff {
  const found =
    choice === "by-date"
      ? TARIFFS.findLast((it) => it.from <= day)
      : TARIFFS.find((it) => it.id === choice);
  const tariff = found ?? TARIFFS[0];
  if (tariff === undefined) throw new Error("There is no tariff");
  return tariff;
}

/**
 * The tariff's card in force on `day`, or `null` when it has none in that
 * currency. A chosen tariff is applied to any day: before its time with its
 * first card, after it with its last.
 */
export function cardAt(tariff: Tariff, currency: string, day: string): RateCard | null {
  const cards = tariff.cards.filter((it) => it.currency === currency);
  return cards.findLast((it) => it.from <= day) ?? cards[0] ?? null;
}
