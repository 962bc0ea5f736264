import type { ChatFormat } from "@galka/core/chat-export/chat-format";
import type { ChatImport } from "@galka/postgres/stores/chat-imports";
import { orderOf } from "./date-order.ts";

/**
 * The format to read the file in: as it was found, with the order of day and
 * month that was chosen. Where the year stands first is read off the page and
 * is no choice.
 */
export function formatOf({ source, choices }: ChatImport): ChatFormat {
  const isOpen = source.format.dateOrder !== "year-month-day";
  if (choices === null || !isOpen || choices.dateOrder === "year-month-day") return source.format;
  return { ...source.format, dateOrder: orderOf(choices.dateOrder) };
}
