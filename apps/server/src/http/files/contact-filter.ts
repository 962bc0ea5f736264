import { ROUTES } from "@galka/contract/routes";
import type { ContactFilter } from "@galka/postgres/stores/views/contact-list";
import { isSupportedCountry, getCountryCallingCode } from "libphonenumber-js";
import type { z } from "zod";
import { RefusedRequest } from "../refusals.ts";

/** What contacts can be filtered by, over the list and its table alike. */
export const contactFilter = ROUTES.listContacts.query.omit({ cursor: true, limit: true });

export function filterOf(query: z.output<typeof contactFilter>): ContactFilter {
  const { q, field, value, labelId, channelId, country } = query;
  return {
    ...(q ? { text: q } : {}),
    ...(field !== undefined && value !== undefined ? { field: { name: field, value } } : {}),
    ...(labelId !== undefined ? { labelId } : {}),
    ...(channelId !== undefined ? { channelId } : {}),
    ...(country !== undefined ? { callingCode: callingCodeOf(country) } : {}),
  };
}

function callingCodeOf(country: string): string {
  if (isSupportedCountry(country)) return getCountryCallingCode(country);
  throw new RefusedRequest("invalid-request", {
    problems: [{ field: "country", problem: "is no country that has phone numbers" }],
  });
}
