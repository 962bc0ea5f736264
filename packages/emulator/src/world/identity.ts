import { createHash } from "node:crypto";
import { compact, type JsonObject } from "../json.ts";
import type { Person } from "../store/people.ts";
import type { World } from "../world.ts";

/**
 * The person in a webhook's `contacts`.
 *
 * Who hides their phone number is known by the business-scoped user id alone.
 * Meta: docs/…/business-scoped-user-ids, read 2026-11.
 */
export function contactOf(person: Person): JsonObject {
  return compact({
    profile: compact({ name: person.name, username: person.username ?? undefined }),
    wa_id: person.phoneHidden ? undefined : person.waId,
    user_id: person.bsuid,
  });
}

export function businessChat(phoneNumberId: string): string {
  return `business-${phoneNumberId}`;
}

export function personChat(personId: string): string {
  return `person-${personId}`;
}

/** What tells one set-up of a person's WhatsApp from another, as Meta writes it: a short hash. */
export function identityKeyHash(world: World, personId: string): string {
  const count = world.kinds.setUps.find(personId)?.count ?? 0;
  const hash = createHash("sha256").update(`${world.seed}:key:${personId}:${count}`).digest();
  return hash.subarray(0, 8).toString("base64");
}
