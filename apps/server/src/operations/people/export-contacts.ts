import type { Refused } from "@galka/core/kernel/refused";
import { maskPhone } from "@galka/core/contacts/mask";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { listContactFields } from "@galka/postgres/stores/contacts/contact-fields";
import {
  type ContactCursor,
  type ContactFilter,
  type ContactView,
  listContacts,
} from "@galka/postgres/stores/views/contact-list";
import type { App } from "../../app.ts";

const PAGE = 1000;

/** A table of contacts, row by row; the names of the columns first. */
export type ContactTable = AsyncIterable<readonly (readonly string[])[]>;

/** The contacts that a filter finds, as a table. Numbers are masked for whoever may not see them. */
export async function exportContacts(
  app: App,
  member: Member,
  filter: ContactFilter,
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
  return { rows: table(app, member, filter, names) };
}

async function* table(
  app: App,
  member: Member,
  filter: ContactFilter,
  fields: readonly string[],
): AsyncGenerator<readonly (readonly string[])[]> {
  const sees = may(member, "contacts.phones");
  yield [["Name", "WhatsApp name", "Phone", "User name", "Created", ...fields, "Other fields"]];
  let after: ContactCursor | null = null;
  do {
    const query = { ...filter, byNumber: sees, limit: PAGE, ...(after ? { after } : {}) };
    const page: Awaited<ReturnType<typeof listContacts>> = await inWorkspace(
      app.db,
      member.workspaceId,
      (tx) => listContacts(tx, member.workspaceId, query),
    );
    yield page.items.map((contact) => rowOf(contact, fields, sees));
    after = page.next;
  } while (after !== null);
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
