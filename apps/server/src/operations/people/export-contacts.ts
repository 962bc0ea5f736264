import type { Refused } from "@galka/core/kernel/refused";
import { maskPhone, withMaskedPhones } from "@galka/core/contacts/mask";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { listContactFields } from "@galka/postgres/stores/contacts/contact-fields";
import {
  type ContactCursor,
  type ContactFilter,
  type ContactView,
  listContacts,
} from "@galka/postgres/stores/views/contact-list";
import { type PeopleCursor, listPeople } from "@galka/postgres/stores/people-table/people-list";
import type { Page } from "@galka/postgres/stores/views/page";
import type { App } from "../../app.ts";
import { type PeopleWish, meantBy } from "../people-table/read-people.ts";

const PAGE = 1000;

/** A table of contacts, row by row; the names of the columns first. */
export type ContactTable = AsyncIterable<readonly (readonly string[])[]>;

/** The contacts that a filter finds, as a table. Numbers are masked for whoever may not see them. */
export async function exportContacts(
  app: App,
  member: Member,
  filter: ContactFilter,
): Promise<{ readonly rows: ContactTable } | Refused<"forbidden">> {
  const { workspaceId } = member;
  const byNumber = may(member, "contacts.phones");
  return exported(app, member, (tx, after: ContactCursor | null) =>
    listContacts(tx, workspaceId, {
      ...filter,
      byNumber,
      limit: PAGE,
      ...(after ? { after } : {}),
    }),
  );
}

/** The same of the contacts that are meant in the table of contacts. */
export async function exportMeant(
  app: App,
  member: Member,
  wish: PeopleWish,
): Promise<{ readonly rows: ContactTable } | Refused<"forbidden">> {
  const { workspaceId } = member;
  return exported(app, member, async (tx, after: PeopleCursor | null) =>
    listPeople(tx, workspaceId, {
      meant: await meantBy(app, tx, member, wish),
      order: { by: "name", way: "up" },
      limit: PAGE,
      ...(after ? { after } : {}),
    }),
  );
}

type PageAfter<Cursor> = (tx: Tx, after: Cursor | null) => Promise<Page<ContactView, Cursor>>;

async function exported<Cursor>(
  app: App,
  member: Member,
  pageAfter: PageAfter<Cursor>,
): Promise<{ readonly rows: ContactTable } | Refused<"forbidden">> {
  if (!may(member, "contacts.export")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const fields = await inWorkspace(app.db, workspaceId, async (tx) => {
    await recordAudit(tx, workspaceId, app.clock.now(), [
      { id: app.ids.next(), by: byMember(member), action: "contacts-exported" },
    ]);
    return listContactFields(tx, workspaceId);
  });
  const names = fields.map(({ name }) => name);
  return { rows: table(app, member, pageAfter, names) };
}

async function* table<Cursor>(
  app: App,
  member: Member,
  pageAfter: PageAfter<Cursor>,
  fields: readonly string[],
): AsyncGenerator<readonly (readonly string[])[]> {
  const sees = may(member, "contacts.phones");
  yield [["Name", "WhatsApp name", "Phone", "User name", "Created", ...fields, "Other fields"]];
  let after: Cursor | null = null;
  do {
    const from: Cursor | null = after;
    const page: Page<ContactView, Cursor> = await inWorkspace(app.db, member.workspaceId, (tx) =>
      pageAfter(tx, from),
    );
    yield page.items.map((contact) => rowOf(seen(contact, sees), fields, sees));
    after = page.next;
  } while (after !== null);
}

function seen(contact: ContactView, sees: boolean): ContactView {
  return sees
    ? contact
    : { ...contact, fields: withMaskedPhones({ fields: contact.fields }).fields };
}

function rowOf(contact: ContactView, fields: readonly string[], sees: boolean): string[] {
  const of = (kind: "phone" | "username") =>
    contact.identities.filter((it) => it.kind === kind).map(({ value }) => value);
  const phones = of("phone").map((it) => (sees ? `+${it}` : maskPhone(it)));
  const others = Object.entries(contact.fields).filter(([name]) => !fields.includes(name));
  return [
    contact.name ?? "",
    contact.profileName ?? "",
    phones.join(", "),
    of("username").join(", "),
    contact.createdAt.toISOString(),
    ...fields.map((name) => contact.fields[name] ?? ""),
    others.map(([name, value]) => `${name}: ${value}`).join("; "),
  ];
}
