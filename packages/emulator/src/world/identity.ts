import { compact, type JsonObject } from "../json.ts";
import type { Person } from "../store/people.ts";

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
