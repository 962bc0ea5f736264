/** Meta's tariffs, each named after the day on which it began. */
export const META_TARIFF_IDS = ["2018", "2022", "2023", "2024-11", "2025-07", "2026-10"] as const;
export type MetaTariffId = (typeof META_TARIFF_IDS)[number];

/** Follows Meta: each day is charged by the tariff that was in force on it. */
export const BY_DATE = "by-date";
