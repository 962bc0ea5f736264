/** The control API's words about money. Amounts are micros: millionths of the currency's unit. */

/** A tariff of Meta's, named after the day it began; `by-date` follows the emulator's clock. */
export type TariffChoice = "2018" | "2022" | "2023" | "2024-11" | "2025-07" | "2026-10" | "by-date";
