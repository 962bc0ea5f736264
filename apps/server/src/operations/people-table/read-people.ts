import { EVERYBODY, type PeopleFilter } from "@galka/core/contacts/people-filter";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import type { PeopleMeant } from "@galka/postgres/stores/people-table/people-conditions";
import {
  type PeopleCursor,
  type PeopleOrder,
  type PersonView,
  countPeople,
  listPeople,
} from "@galka/postgres/stores/people-table/people-list";
import { loadLastSeq } from "@galka/postgres/stores/views/event-list";
import type { Page } from "@galka/postgres/stores/views/page";
import type { App } from "../../app.ts";
import { askingOf } from "../views/asking-of.ts";

/** Contacts are counted so far; more of them is "1,000+". */
export const PEOPLE_COUNTED_UP_TO = 1001;

/** Which contacts a member means. */
export type PeopleWish = { readonly filter?: PeopleFilter; readonly text?: string };

export type PeopleTableWish = PeopleWish & {
  readonly order: PeopleOrder;
  readonly after?: PeopleCursor;
  readonly limit: number;
};

/** A page of the table of contacts. */
export async function readPeople(
  app: App,
  member: Member,
  wish: PeopleTableWish,
): Promise<(Page<PersonView, PeopleCursor> & { readonly seq: number }) | Refused<"forbidden">> {
  if (!may(member, "contacts.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) => ({
    seq: await loadLastSeq(tx, workspaceId),
    ...(await listPeople(tx, workspaceId, {
      ...wish,
      meant: await meantBy(app, tx, member, wish),
    })),
  }));
}

/** How many they are, as far as they are counted. */
export async function countMeant(
  app: App,
  member: Member,
  wish: PeopleWish,
): Promise<{ readonly count: number } | Refused<"forbidden">> {
  if (!may(member, "contacts.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const meant = await meantBy(app, tx, member, wish);
    return { count: await countPeople(tx, workspaceId, meant, PEOPLE_COUNTED_UP_TO) };
  });
}

/** Whoever may not see whole numbers cannot find out digit by digit what they are. */
export async function meantBy(
  app: App,
  tx: Tx,
  member: Member,
  { filter = EVERYBODY, text }: PeopleWish,
): Promise<PeopleMeant> {
  return {
    filter,
    asking: await askingOf(app, tx, member),
    byNumber: may(member, "contacts.phones"),
    ...(text === undefined ? {} : { text }),
  };
}
