/**
 * How a channel knows a contact.
 *
 * `bsuid` is WhatsApp's business-scoped user id; `phone` is digits with the
 * country code and nothing else; `username` is without the leading "@". Any of
 * them may be absent, so a contact is never keyed by one of them.
 */
export type IdentityKind = "phone" | "bsuid" | "username";

export type Identity = { readonly kind: IdentityKind; readonly value: string };
