import { idOf } from "@galka/core/kernel/ids";
import { changeContact } from "../../operations/contacts/change-contact.ts";
import { listPeople, readContact } from "../../operations/contacts/read-contacts.ts";
import { filterOf } from "../files/contact-filter.ts";
import { parseContactCursor, presentContactCursor } from "../cursor.ts";
import { handle } from "../handle.ts";
import { presentContact } from "../present/conversation.ts";

const USUAL_LIMIT = 50;

export const contactRoutes = {
  listContacts: handle("listContacts", async ({ app, member, query }) => {
    const page = await listPeople(app, member, {
      limit: query.limit ?? USUAL_LIMIT,
      ...filterOf(query),
      ...(query.cursor ? { after: parseContactCursor(query.cursor) } : {}),
    });
    if ("refused" in page) return page;
    return {
      seq: page.seq,
      items: page.items.map(presentContact),
      next: presentContactCursor(page.next),
    };
  }),

  getContact: handle("getContact", async ({ app, member, params }) => {
    const contact = await readContact(app, member, idOf(params.id));
    return "refused" in contact ? contact : presentContact(contact);
  }),

  updateContact: handle("updateContact", async ({ app, member, params, body }) => {
    const contact = await changeContact(app, member, idOf(params.id), body);
    return "refused" in contact ? contact : presentContact(contact);
  }),
};
