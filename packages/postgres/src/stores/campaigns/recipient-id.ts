import { type RawBuilder, sql } from "kysely";

/** Twelve and ten hexadecimal digits: what is common to the ids of one audience. */
export type IdEnds = { readonly head: string; readonly tail: string };

/** The id of somebody, whose place in the audience `hex` says in eight digits: ids have the order of the places. */
export function recipientId({ head, tail }: IdEnds, hex: RawBuilder<string>): RawBuilder<string> {
  return sql`(${head}::text || '7' || substr(${hex}, 1, 3) || '8' || substr(${hex}, 4, 3)
              || substr(${hex}, 7, 2) || ${tail}::text)::uuid`;
}
