import type { ContactFieldJson } from "@galka/contract/json/people";
import { useMe } from "../../api/me.ts";
import { useContactFields } from "../people/use-contact-fields.ts";
import { useChangePreferences } from "../shell/use-preferences.ts";
import type { Sort } from "./people-search.ts";

export const OWN_COLUMNS = [
  "address",
  "username",
  "bsuid",
  "labels",
  "responsible",
  "channels",
  "last-message",
  "created",
] as const;
export type OwnColumn = (typeof OWN_COLUMNS)[number];

/** A column of the table beside the name: one of the house, or a field of the workspace's. */
export type Column =
  | { readonly id: OwnColumn; readonly kind: "own"; readonly sort?: Sort }
  | { readonly id: string; readonly kind: "field"; readonly field: ContactFieldJson };

const USUAL: readonly string[] = ["address", "labels", "responsible", "channels", "last-message"];
const SORTED: Partial<Record<OwnColumn, Sort>> = {
  "last-message": "last-message",
  created: "created",
};
const FIELD = "field:";

/** The columns there are, those that the member has chosen, and a way to choose others. Chosen on every device. */
export function useColumns(): {
  readonly all: readonly Column[];
  readonly chosen: readonly Column[];
  readonly choose: (ids: readonly string[]) => void;
} {
  const fields = useContactFields();
  const change = useChangePreferences();
  const wanted = useMe().preferences.contactColumns ?? USUAL;
  const all: Column[] = [
    ...OWN_COLUMNS.map((id): Column => {
      const sort = SORTED[id];
      return { id, kind: "own", ...(sort ? { sort } : {}) };
    }),
    ...fields.map((field): Column => ({ id: `${FIELD}${field.name}`, kind: "field", field })),
  ];
  return {
    all,
    chosen: all.filter(({ id }) => wanted.includes(id)),
    choose: (ids) => change({ contactColumns: [...ids] }),
  };
}
