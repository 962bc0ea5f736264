import { CARDS_OF_CATEGORIES } from "../cards/of-categories.ts";
import { CARDS_OF_EVERY_MESSAGE } from "../cards/of-every-message.ts";
import { CARDS_OF_INITIATORS } from "../cards/of-initiators.ts";
import { CARDS_OF_MESSAGES } from "../cards/of-messages.ts";
import { type CardChange, readCards } from "../cards/rate-card.ts";
import type { EntryPointHours, Tariff } from "./tariff.ts";
import type { MetaTariffId } from "./tariff-ids.ts";

/**
 * Meta: 24 hours at launch and 72 "later in 2022", docs/…/pricing, read 2026-11.
 * The day is not known; the first of the last month of that year stands in.
 */
const ENTRY_POINT_OF_2022: EntryPointHours = [
  { from: "2022-02-01", hours: 24 },
  { from: "2022-12-01", hours: 72 },
];
const ENTRY_POINT: EntryPointHours = [{ from: "2023-01-01", hours: 72 }];

/** What of 2018's list is not known is charged as a conversation that the business began. */
const CARDS_OF_NOTIFICATIONS: readonly CardChange[] = CARDS_OF_INITIATORS.map((change) => ({
  ...change,
  from: "2018-08-01",
  rates: change.rates
    .filter(({ of }) => of.includes("business-initiated"))
    .map(({ are }) => ({ of: ["notification"], are: are.replaceAll("~", "?") })),
}));

const BY_CATEGORY = readCards(CARDS_OF_CATEGORIES);

/**
 * All of them, in the order of time.
 *
 * Meta: docs/…/pricing, /pricing/updates-to-pricing and
 * /pricing/conversation-based-pricing, read 2026-11.
 */
export const META_TARIFFS: readonly (Tariff & { readonly id: MetaTariffId })[] = [
  {
    id: "2018",
    from: "2018-08-01",
    currency: "USD",
    rules: { unit: "notification" },
    cards: readCards(CARDS_OF_NOTIFICATIONS),
  },
  {
    id: "2022",
    from: "2022-02-01",
    currency: "USD",
    rules: {
      unit: "conversation-by-initiator",
      freeConversations: 1000,
      entryPoint: ENTRY_POINT_OF_2022,
    },
    cards: readCards(CARDS_OF_INITIATORS),
  },
  {
    id: "2023",
    from: "2023-06-01",
    currency: "USD",
    rules: { unit: "conversation-by-category", freeService: 1000, entryPoint: ENTRY_POINT },
    cards: BY_CATEGORY.filter(({ from }) => from < "2024-11-01"),
  },
  {
    id: "2024-11",
    from: "2024-11-01",
    currency: "USD",
    rules: { unit: "conversation-by-category", freeService: "all", entryPoint: ENTRY_POINT },
    cards: BY_CATEGORY.filter(({ from }) => from >= "2024-10-01"),
  },
  {
    id: "2025-07",
    from: "2025-07-01",
    currency: "USD",
    rules: {
      unit: "message",
      freeService: "all",
      freeUtilityInWindow: true,
      volumeTiers: true,
      entryPoint: ENTRY_POINT,
    },
    cards: readCards(CARDS_OF_MESSAGES),
  },
  {
    id: "2026-10",
    from: "2026-10-01",
    currency: "USD",
    rules: {
      unit: "message",
      freeService: 1000,
      freeUtilityInWindow: false,
      volumeTiers: true,
      entryPoint: ENTRY_POINT,
    },
    cards: readCards(CARDS_OF_EVERY_MESSAGE),
  },
];

/** Meta's tariff of a day; a day before all of them has the first. */
export function metaTariffAt(day: string): Tariff {
  const tariff = META_TARIFFS.findLast(({ from }) => from <= day) ?? META_TARIFFS[0];
  if (!tariff) throw new Error("Meta has no tariff.");
  return tariff;
}
