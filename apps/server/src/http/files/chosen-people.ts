import { meantPeople } from "@galka/contract/routes/people/people-table";
import { z } from "zod";
import type { PeopleWish } from "../../operations/people-table/read-people.ts";
import { parsePeopleWhere } from "../parse/parse-where.ts";

/** Contacts by their ids with commas between them, as many as an address carries, or all that are meant. */
export const chosenPeople = meantPeople.extend({
  ids: z
    .string()
    .max(200 * 37)
    .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36})*$/u)
    .exactOptional(),
});

export function meantOf({ ids, where, q }: z.output<typeof chosenPeople>): PeopleWish {
  if (ids !== undefined) return { filter: { all: [{ field: "contact", in: ids.split(",") }] } };
  return {
    ...(where === undefined ? {} : { filter: parsePeopleWhere(where) }),
    ...(q === undefined ? {} : { text: q }),
  };
}
