import type { DateOrder } from "@galka/core/chat-export/dates/wall-clock";
import type { ImportDateOrder } from "@galka/postgres/stores/chat-imports";

const FROM_CORE = {
  "day-month-year": "day-month",
  "month-day-year": "month-day",
  "year-month-day": "year-month-day",
} as const satisfies Record<DateOrder, ImportDateOrder>;

const TO_CORE = {
  "day-month": "day-month-year",
  "month-day": "month-day-year",
  "year-month-day": "year-month-day",
} as const satisfies Record<ImportDateOrder, DateOrder>;

/** The order as people choose it: where the year stands is never in doubt. */
export function choiceOf(order: DateOrder): ImportDateOrder {
  return FROM_CORE[order];
}

export function orderOf(choice: ImportDateOrder): DateOrder {
  return TO_CORE[choice];
}
