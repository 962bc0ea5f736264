import type { Person } from "@galka/cloud-api";
import { phoneDigits } from "@galka/core/contacts/phone-forms";
import type { PersonSeen } from "@galka/core/messages/incoming";

export const NOBODY: PersonSeen = { phone: null, bsuid: null, username: null, name: null };

export function personFromMeta(person: Person): PersonSeen {
  const phone = phoneOf(person.waId);
  return {
    phone,
    // Whatever Meta calls a person by is enough to tell them from others.
    bsuid: person.userId ?? (phone === null ? person.waId : null),
    username: person.username?.toLowerCase() ?? null,
    name: person.name,
  };
}

/** Digits with the country code; null for what is none, such as the id of a group. */
export function phoneOf(written: string | null | undefined): string | null {
  if (written === null || written === undefined || !/^\+?[\d\s().-]+$/u.test(written)) return null;
  const digits = phoneDigits(written);
  return digits.length >= 5 && digits.length <= 15 ? digits : null;
}
