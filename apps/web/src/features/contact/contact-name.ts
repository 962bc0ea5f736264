import type { ContactJson } from "@galka/contract/json/conversation";
import { phoneText } from "./phone-format.ts";

/** What a contact is called: by the team, else by themselves, else by what the channel knows of them. */
export function contactName(contact: ContactJson, unnamed: string): string {
  return contact.name ?? contact.profileName ?? contactAddress(contact) ?? unnamed;
}

/** How a contact is reached, as people write it: +49 1512 3456789 or @name. Null when only an id is known. */
export function contactAddress(contact: ContactJson): string | null {
  const phone = contact.identities.find(({ kind }) => kind === "phone");
  if (phone) return phoneText(phone.value);
  const username = contact.identities.find(({ kind }) => kind === "username");
  return username ? `@${username.value}` : null;
}
