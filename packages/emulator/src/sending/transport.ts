import { parseObject } from "../json.ts";
import { arrivalAt } from "../people/arrival-at.ts";
import { arriveOnPhone } from "../people/arrive-on-phone.ts";
import { insertDue } from "../store/due.ts";
import { findPerson, findPersonByPhone, type Person } from "../store/people.ts";
import { findSend, type Send } from "../store/sends.ts";
import type { World } from "../world.ts";
import { keptForMs } from "../world/limits/undelivered.ts";
import { fetchLinks, linksOf } from "./fetch-links.ts";
import { findFailure, UNDELIVERABLE } from "./find-failure.ts";
import { reportStatus } from "./report-status.ts";

/**
 * What Meta's servers do with an accepted send: find out what the answer could
 * not know, fetch links, hand it to the phone.
 */
export function transport(world: World, sendId: number): void {
  const send = findSend(world.db, sendId);
  if (send === null || send.status !== "accepted") return;
  const person = recipientOf(world, send);
  const number = world.kinds.numbers.find(send.phoneNumberId);
  if (person === null || number === null) {
    reportStatus(world, send.id, "failed", UNDELIVERABLE);
    return;
  }
  const failure = findFailure(world, number, send, person);
  if (failure !== null) {
    reportStatus(world, send.id, "failed", failure);
    return;
  }
  const links = linksOf(parseObject(send.body));
  if (links.length === 0) handOver(world, send, person);
  else world.background(fetchThenHandOver(world, send, person, links));
}

function recipientOf(world: World, send: Send): Person | null {
  if (send.personId !== null) return findPerson(world.db, send.personId);
  return findPersonByPhone(world.db, send.recipient);
}

async function fetchThenHandOver(
  world: World,
  send: Send,
  person: Person,
  links: readonly string[],
): Promise<() => void> {
  const { failure, store } = await fetchLinks(world, send, links);
  return () =>
    world.db.write(() => {
      store();
      if (failure === null) handOver(world, send, person);
      else reportStatus(world, send.id, "failed", failure);
    });
}

function handOver(world: World, send: Send, person: Person): void {
  reportStatus(world, send.id, "sent");
  const at = arrivalAt(world, person);
  if (at === null) return;
  insertDue(world.db, { at, kind: "arrive", subject: String(send.id) });
  world.wake(at);
}

/** The send reaches the phone, if that is still online; otherwise it waits until it is. */
export function arrive(world: World, sendId: number): void {
  const send = findSend(world.db, sendId);
  if (send === null || send.status !== "sent") return;
  const person = recipientOf(world, send);
  if (person === null || !person.online || isDropped(world, send)) return;
  arriveOnPhone(world, send, person);
}

/** Whether the phone was offline for too long. */
function isDropped(world: World, send: Send): boolean {
  const template = send.templateId === null ? null : world.kinds.templates.find(send.templateId);
  return world.clock.now() - send.acceptedAt >= keptForMs(template);
}
