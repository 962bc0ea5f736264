import type { ConversationJson } from "@galka/contract/json/conversation";

export type PhoneLook = { readonly locale: string; readonly theme: string };

/** Whose phone is shown, and with which number's chat open. */
export type PhoneOwner = { readonly person: string; readonly phoneNumberId: string };

/** The address of one phone of the phones page; of whoever is first there when it is nobody's in particular. */
export function phoneUrl(base: string, look: PhoneLook, owner: PhoneOwner | null): string {
  const url = new URL(base, location.href);
  url.searchParams.set("narrow", "1");
  url.searchParams.set("lang", look.locale);
  url.searchParams.set("theme", look.theme);
  if (owner) {
    url.searchParams.set("person", owner.person);
    url.searchParams.set("chat", `business-${owner.phoneNumberId}`);
  }
  return url.href;
}

/** The phones page knows a person by their number, and by WhatsApp's id for those who hide it. */
export function personOf({ contact }: ConversationJson): string | null {
  const identity =
    contact.identities.find(({ kind }) => kind === "phone") ??
    contact.identities.find(({ kind }) => kind === "bsuid");
  return identity?.value ?? null;
}
