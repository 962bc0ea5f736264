import { idOf } from "@galka/core/kernel/ids";
import { erasePerson } from "../../../operations/contacts/erase-person.ts";
import { findDuplicates } from "../../../operations/contacts/find-duplicates.ts";
import { mergePeople } from "../../../operations/contacts/merge-people.ts";
import { listMerges, partPeople } from "../../../operations/contacts/part-people.ts";
import {
  addField,
  changeField,
  listFields,
  removeField,
} from "../../../operations/people/change-contact-fields.ts";
import { changeRetention, readRetention } from "../../../operations/people/change-retention.ts";
import { readErasures } from "../../../operations/people/read-erasures.ts";
import { handle } from "../../handle.ts";
import { presentContact } from "../../present/conversation.ts";

export const peopleRoutes = {
  listContactFields: handle("listContactFields", async ({ app, member }) => ({
    items: (await listFields(app, member)).map(presentField),
  })),
  addContactField: handle("addContactField", async ({ app, member, body }) => {
    const field = await addField(app, member, { ...body, choices: body.choices ?? [] });
    return "refused" in field ? field : presentField(field);
  }),
  updateContactField: handle("updateContactField", async ({ app, member, params, body }) => {
    const field = await changeField(app, member, params.id, body);
    return "refused" in field ? field : presentField(field);
  }),
  removeContactField: handle("removeContactField", async ({ app, member, params }) => {
    const field = await removeField(app, member, params.id);
    return "refused" in field ? field : presentField(field);
  }),
  listDuplicates: handle("listDuplicates", async ({ app, member, params }) => {
    const found = await findDuplicates(app, member, idOf(params.id));
    if ("refused" in found) return found;
    return {
      items: found.items.map((it) => ({ ...it, contact: presentContact(it.contact) })),
    };
  }),
  mergeContacts: handle("mergeContacts", async ({ app, member, params, body }) => {
    const wish = { winnerId: idOf<"contact">(params.id), loserId: idOf<"contact">(body.loserId) };
    const merged = await mergePeople(app, member, wish);
    return "refused" in merged ? merged : presentContact(merged);
  }),
  listMerges: handle("listMerges", async ({ app, member, params }) => {
    const found = await listMerges(app, member, params.id);
    if ("refused" in found) return found;
    return {
      items: found.items.map(({ id, loserName, mergedBy, mergedAt }) => ({
        id,
        loserName,
        mergedBy,
        mergedAt: mergedAt.toISOString(),
      })),
    };
  }),
  undoMerge: handle("undoMerge", async ({ app, member, params }) => {
    const parted = await partPeople(app, member, params.id);
    if ("refused" in parted) return parted;
    return { winner: presentContact(parted.winner), loser: presentContact(parted.loser) };
  }),
  eraseContact: handle("eraseContact", ({ app, member, params }) =>
    erasePerson(app, member, idOf(params.id)),
  ),
  listErasures: handle("listErasures", async ({ app, member }) => {
    const found = await readErasures(app, member);
    if ("refused" in found) return found;
    return {
      items: found.items.map((it) => ({
        id: it.id,
        state: it.state,
        requestedByName: it.requestedByName,
        requestedAt: it.requestedAt.toISOString(),
        finishedAt: it.finishedAt?.toISOString() ?? null,
        counts: { ...it.counts },
      })),
    };
  }),
  getRetention: handle("getRetention", ({ app, member }) => readRetention(app, member)),
  setRetention: handle("setRetention", ({ app, member, body }) =>
    changeRetention(app, member, body),
  ),
};

function presentField<F extends { readonly choices: readonly string[] }>(field: F) {
  return { ...field, choices: [...field.choices] };
}
