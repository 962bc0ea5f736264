import {
  CONSENT_PURPOSES,
  type ConsentPurpose,
  type ConsentVerdict,
  decideConsent,
} from "@galka/core/consent/consent";
import { countryOf, zonesOf } from "@galka/core/consent/zones/zones-of";
import type { ContactId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import {
  type ConsentRequest,
  listConsentRequests,
} from "@galka/postgres/stores/consent/consent-requests";
import { type ConsentView, listConsents } from "@galka/postgres/stores/consent/ledger";
import { identitiesOf } from "@galka/postgres/stores/consent/marketing-facts";
import { listChannelViews } from "@galka/postgres/stores/views/channel-list";
import { findContactView } from "@galka/postgres/stores/views/contact-list";
import type { App } from "../../app.ts";
import { type MarketingRefused, guardMarketing } from "./guard-marketing.ts";

export type ConsentState = {
  readonly purpose: ConsentPurpose;
  readonly channelId: string;
  readonly verdict: ConsentVerdict;
};

/** What a contact agrees to, and what proves it. */
export type ContactConsent = {
  readonly contactId: string;
  readonly country: string | null;
  readonly zones: readonly string[];
  readonly states: readonly ConsentState[];
  readonly marketing: readonly {
    readonly channelId: string;
    readonly verdict: { readonly consentId: string } | MarketingRefused;
  }[];
  readonly records: readonly ConsentView[];
  readonly questions: readonly ConsentRequest[];
};

export async function readConsent(
  app: App,
  member: Member,
  contactId: ContactId,
): Promise<ContactConsent | Refused<"forbidden"> | Refused<"not-found">> {
  if (!may(member, "contacts.read")) return { refused: "forbidden" };
  return inWorkspace(app.db, member.workspaceId, async (tx) => {
    const contact = await findContactView(tx, member.workspaceId, contactId);
    return contact ? consentOf(app, tx, member, contactId) : { refused: "not-found" };
  });
}

/** All that is known of a contact's consent at this moment, on every channel that is there. */
export async function consentOf(
  app: App,
  tx: Tx,
  { workspaceId }: Member,
  contactId: ContactId,
): Promise<ContactConsent> {
  const now = app.clock.now();
  const channels = await listChannelViews(tx, workspaceId);
  const records = await listConsents(tx, workspaceId, [contactId]);
  const identities = (await identitiesOf(tx, workspaceId, [contactId])).get(contactId) ?? [];
  const marketing = [];
  for (const { id: channelId } of channels) {
    const wish = { channelId, contactIds: [contactId], now };
    const verdict = (await guardMarketing(tx, workspaceId, wish)).get(contactId);
    if (verdict) marketing.push({ channelId, verdict });
  }
  return {
    contactId,
    country: countryOf(identities),
    zones: zonesOf(identities),
    states: channels.flatMap(({ id: channelId }) =>
      CONSENT_PURPOSES.map((purpose) => ({
        purpose,
        channelId,
        verdict: decideConsent(records, { purpose, channelId, now }),
      })),
    ),
    marketing,
    records,
    questions: await listConsentRequests(tx, workspaceId, contactId),
  };
}
