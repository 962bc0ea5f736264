import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { type PersonView, listPeople } from "@galka/postgres/stores/people-table/people-list";
import {
  type Twins,
  listNamesakes,
  listNumberTwins,
} from "@galka/postgres/stores/people-table/twins";
import type { App } from "../../app.ts";
import { meantBy } from "./read-people.ts";

export type TwinsView = {
  readonly because: Twins["because"];
  readonly contacts: readonly PersonView[];
};

export type TwinsWish = {
  readonly because: Twins["because"];
  readonly after: string;
  readonly limit: number;
};

/** Contacts that may be one person. Nothing is decided by it. */
export async function readTwins(
  app: App,
  member: Member,
  { because, after, limit }: TwinsWish,
): Promise<
  { readonly items: readonly TwinsView[]; readonly next: string | null } | Refused<"forbidden">
> {
  if (!may(member, "contacts.erase")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const list = because === "phone" ? listNumberTwins : listNamesakes;
    const found = await list(tx, workspaceId, after, limit + 1);
    const twins = found.slice(0, limit);
    const ids = twins.flatMap(({ contactIds }) => contactIds);
    const filter = { all: [{ field: "contact", in: ids }] } as const;
    const { items } = await listPeople(tx, workspaceId, {
      meant: await meantBy(app, tx, member, { filter }),
      order: { by: "created", way: "up" },
      limit: ids.length,
    });
    return {
      items: twins.map((it) => ({
        because,
        contacts: items.filter(({ id }) => it.contactIds.includes(id)),
      })),
      next: found.length > limit ? (twins.at(-1)?.at ?? null) : null,
    };
  });
}
