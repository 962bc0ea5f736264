import { z } from "zod";
import { addPerson } from "../../people/add-person.ts";
import { newPerson, username } from "../../people/new-person.ts";
import { announcePerson } from "../../people/announce.ts";
import { changePerson } from "../../people/change-presence.ts";
import { presentPerson } from "../../people/chat-view.ts";
import { deletePerson, findPersonByPhone, listPeople } from "../../store/people.ts";
import { digitsOf } from "../../world/phone.ts";
import { loadPerson } from "./load.ts";
import { type ControlCall, ControlRefusal, type ControlRoute } from "../route.ts";

const personPatch = z.strictObject({
  name: z.string().min(1).max(100).exactOptional(),
  username: username.nullable().exactOptional(),
  online: z.boolean().exactOptional(),
  readReceipts: z.boolean().exactOptional(),
  onWhatsApp: z.boolean().exactOptional(),
  phoneHidden: z.boolean().exactOptional(),
  autoReadMs: z.number().int().min(0).nullable().exactOptional(),
});

/** People: who has a phone, and what state it is in. */
export const peopleRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/people",
    summary: "Everybody",
    answer: "ListJson<PersonJson>",
    handle: ({ world }) => ({
      data: listPeople(world.db).map((person) => presentPerson(world, person)),
      next: null,
    }),
  },
  {
    method: "POST",
    path: "/people",
    summary: "Makes a person with a phone",
    body: newPerson,
    answer: "PersonJson",
    handle: add,
  },
  {
    method: "GET",
    path: "/people/{person}",
    summary: "One person, by id, phone number or BSUID",
    answer: "PersonJson",
    handle: (call) => presentPerson(call.world, loadPerson(call)),
  },
  {
    method: "PATCH",
    path: "/people/{person}",
    summary: "Changes a person, for instance takes the phone offline",
    body: personPatch,
    answer: "PersonJson",
    handle: change,
  },
  {
    method: "DELETE",
    path: "/people/{person}",
    summary: "Removes a person and their phone",
    answer: "OkJson",
    handle: remove,
  },
];

function add(call: ControlCall) {
  const { world } = call;
  const { phone, username, ...given } = newPerson.parse(call.body);
  const person = addPerson(world, {
    ...given,
    ...(phone === undefined ? {} : { phone: freePhone(call, phone) }),
    ...(username === undefined ? {} : { username }),
  });
  announcePerson(world, person.id);
  return presentPerson(world, person);
}

/** Digits of a phone number that nobody has; `phone` is in international form. */
export function freePhone(call: ControlCall, phone: string): string {
  const { world } = call;
  const digits = digitsOf(phone);
  if (digits === null) {
    throw new ControlRefusal(
      "bad-request",
      `"${phone}" is not a phone number. Write it in international form, e.g. +1 201 555 0100.`,
    );
  }
  const taken =
    findPersonByPhone(world.db, digits) !== null ||
    world.kinds.numbers.list().some((it) => it.waId === digits);
  if (taken) {
    throw new ControlRefusal(
      "conflict",
      `+${digits} has an owner already. Choose another number, or leave phone out to get a free one.`,
    );
  }
  return digits;
}

function change(call: ControlCall) {
  const patch = personPatch.parse(call.body);
  const given = Object.fromEntries(
    Object.entries(patch).filter(([, value]) => value !== undefined),
  );
  return presentPerson(call.world, changePerson(call.world, loadPerson(call), given));
}

function remove(call: ControlCall) {
  const { world } = call;
  const person = loadPerson(call);
  if (world.members.find(person.id) !== null) {
    throw new ControlRefusal(
      "bad-request",
      "Somebody of a population cannot be removed alone. PATCH onWhatsApp: false, or DELETE the population.",
    );
  }
  world.db.write(() => deletePerson(world.db, person.id));
  announcePerson(world, person.id);
  return { ok: true };
}
