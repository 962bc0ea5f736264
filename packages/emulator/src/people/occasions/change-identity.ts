import { compact, type JsonObject } from "../../json.ts";
import { businessChats } from "../../store/bubbles.ts";
import type { BusinessNumber } from "../../store/kinds.ts";
import { type Person, savePerson } from "../../store/people.ts";
import { queueUpdate } from "../../webhooks/queue-update.ts";
import { messagingHead, seconds } from "../../webhooks/tell.ts";
import type { World } from "../../world.ts";
import { identityKeyHash } from "../../world/identity.ts";
import { bsuidOf } from "../../world/phone.ts";
import { wamid } from "../../world/wamid.ts";
import { announcePerson } from "../announce.ts";
import { mayReach, numberOf } from "../reach-business.ts";

/**
 * The person takes another phone number, which nobody has. Their
 * business-scoped user id goes with the old one, and every business they have
 * talked to hears of it.
 *
 * Who is known by the number is named by it (`user_changed_number`), who hides
 * it by the id (`user_changed_user_id`); `user_id_update` says the same in a
 * field of its own. Meta: docs/…/business-scoped-user-ids, read 2026-11.
 */
export function changePhone(world: World, person: Person, phone: string): Person {
  return world.db.write(() => {
    const changed = savePerson(world.db, {
      ...person,
      waId: phone,
      bsuid: bsuidOf(world.seed, phone),
    });
    for (const number of businessesOf(world, person)) {
      tellSystem(world, person, number, systemOf(person, changed));
      tellUserId(world, number, person, changed);
    }
    announcePerson(world, person.id);
    return changed;
  });
}

function systemOf(before: Person, after: Person): JsonObject {
  if (!before.phoneHidden) {
    return {
      body: `User ${before.name} changed from ${before.waId} to ${after.waId}`,
      wa_id: after.waId,
      type: "user_changed_number",
    };
  }
  return {
    body: `User ${before.name} changed from ${before.bsuid} to ${after.bsuid}`,
    user_id: after.bsuid,
    previous_user_id: before.bsuid,
    type: "user_changed_user_id",
  };
}

/** A message of WhatsApp's own: it has no `contacts` beside it. */
function tellSystem(world: World, person: Person, number: BusinessNumber, system: JsonObject) {
  const message = compact({
    from: person.phoneHidden ? undefined : person.waId,
    from_user_id: person.bsuid,
    id: wamid(world.seed, world.counters.next("message"), "person", person.waId),
    timestamp: String(seconds(world.clock.now())),
    type: "system",
    system,
  });
  queueUpdate(world, {
    wabaId: number.wabaId,
    phoneNumberId: number.id,
    field: "messages",
    kind: "message",
    about: person.id,
    to: [person.waId, person.bsuid],
    value: { messages: [message] },
  });
}

function tellUserId(world: World, number: BusinessNumber, before: Person, after: Person): void {
  const waId = after.phoneHidden ? undefined : after.waId;
  const profile = compact({ name: after.name, username: after.username ?? undefined });
  queueUpdate(world, {
    wabaId: number.wabaId,
    phoneNumberId: number.id,
    field: "user_id_update",
    kind: "other",
    about: after.id,
    to: [before.waId, before.bsuid, after.waId, after.bsuid],
    value: {
      ...messagingHead(number),
      contacts: [compact({ profile, wa_id: waId, user_id: after.bsuid })],
      user_id_update: [
        compact({
          wa_id: waId,
          detail: "The user's business-scoped user ID has changed",
          user_id: { previous: before.bsuid, current: after.bsuid },
          timestamp: String(seconds(world.clock.now())),
        }),
      ],
    },
  });
}

/**
 * The person sets WhatsApp up anew, on another phone or this one: their key is
 * another one. Numbers that check it are told.
 */
export function setUpAnew(world: World, person: Person): void {
  world.db.write(() => {
    const count = (world.kinds.setUps.find(person.id)?.count ?? 0) + 1;
    world.kinds.setUps.put(person.id, { personId: person.id, count });
    for (const number of businessesOf(world, person)) {
      if (!number.identityKeyCheck) continue;
      tellSystem(world, person, number, {
        body: `The security code of ${person.name} has changed`,
        identity: identityKeyHash(world, person.id),
        ...(person.phoneHidden ? {} : { wa_id: person.waId, customer: person.waId }),
        type: "customer_identity_changed",
      });
    }
  });
}

/** The numbers that the person has a chat with and that hear of them. */
function businessesOf(world: World, person: Person): readonly BusinessNumber[] {
  return businessChats(world.db, person.id)
    .flatMap((chatId) => numberOf(world, chatId) ?? [])
    .filter((number) => mayReach(world, person, number));
}
