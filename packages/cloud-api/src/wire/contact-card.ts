import type { Open } from "./json.ts";

/** A contact card, as sent in a `contacts` message and as received in one. */
export type ContactCard = {
  readonly name?: ContactName;
  readonly phones?: readonly ContactPhone[];
  readonly emails?: readonly ContactEmail[];
  readonly addresses?: readonly ContactAddress[];
  readonly urls?: readonly ContactUrl[];
  readonly org?: ContactOrg;
  /** `YYYY-MM-DD`. */
  readonly birthday?: string;
  /** Inbound only, since 2026. */
  readonly vcard?: string;
  /** Inbound only, since 2026: whether the card answers a `contact_request`. */
  readonly origin?: Open<"contact_request" | "other">;
};

/** A contact card to send: Meta refuses one without `name.formatted_name`. */
export type OutboundContactCard = Omit<ContactCard, "name" | "vcard" | "origin"> & {
  readonly name: ContactName;
};

/** The name on a contact card. */
export type ContactName = {
  readonly formatted_name: string;
  readonly first_name?: string;
  readonly last_name?: string;
  readonly middle_name?: string;
  readonly prefix?: string;
  readonly suffix?: string;
};

/** Without `wa_id` the phone is shown with "Invite to WhatsApp". */
export type ContactPhone = {
  readonly phone?: string;
  readonly type?: Open<"HOME" | "WORK" | "CELL" | "MAIN" | "IPHONE" | "MOBILE">;
  readonly wa_id?: string;
};

/** An e-mail address on a contact card. */
export type ContactEmail = {
  readonly email?: string;
  readonly type?: Open<"HOME" | "WORK">;
};

/** A postal address on a contact card. */
export type ContactAddress = {
  readonly street?: string;
  readonly city?: string;
  readonly state?: string;
  readonly zip?: string;
  readonly country?: string;
  readonly country_code?: string;
  readonly type?: Open<"HOME" | "WORK">;
};

/** A web address on a contact card. */
export type ContactUrl = {
  readonly url?: string;
  readonly type?: Open<"HOME" | "WORK">;
};

/** An employer on a contact card. */
export type ContactOrg = {
  readonly company?: string;
  readonly department?: string;
  readonly title?: string;
};
