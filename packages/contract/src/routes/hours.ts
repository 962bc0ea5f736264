import { z } from "zod";
import { hoursOwnerJson, officeHoursJson, ownedHoursJson } from "../json/hours.ts";
import { type Route, done, id } from "../route.ts";

export const HOURS_ROUTES = {
  listHours: {
    method: "GET",
    path: "/api/v1/hours",
    summary:
      "Office hours, and those of teams, channels and members (shifts). Who has none follows the office; an office without is always open",
    answer: z.object({ items: z.array(ownedHoursJson) }),
  },
  setHours: {
    method: "PUT",
    path: "/api/v1/hours",
    summary: "Write down whose hours these are, in place of those before; null strikes them out",
    body: z.object({
      of: hoursOwnerJson,
      /** Left out for the office. */
      ownerId: id.exactOptional(),
      hours: officeHoursJson.nullable(),
    }),
    answer: done,
  },
} as const satisfies Record<string, Route>;
