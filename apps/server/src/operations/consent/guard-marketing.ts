import { type ConsentLack, decideConsent } from "@galka/core/consent/consent";
import type { CountryReason } from "@galka/core/consent/country-rules";
import { capsLookBackTo, decideCap } from "@galka/core/consent/frequency-cap";
import { placeOf } from "@galka/core/consent/place";
import { nextAllowedAt } from "@galka/core/consent/quiet-hours";
import type { ConsentSettings } from "@galka/core/consent/settings";
import type { Identity } from "@galka/core/contacts/identity";
import type { Refused } from "@galka/core/kernel/refused";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Tx } from "@galka/postgres/database";
import { loadConsentSettings } from "@galka/postgres/stores/consent/consent-settings";
import { listConsents } from "@galka/postgres/stores/consent/ledger";
import { identitiesOf, marketingSince } from "@galka/postgres/stores/consent/marketing-facts";
import { findValidConsents } from "@galka/postgres/stores/consent/valid-consents";

/** Names what is missing, so that whoever wants to send knows what would allow it. */
export type NoConsent = Refused<
  "no-consent",
  {
    readonly purpose: "marketing" | "utility";
    readonly missing: ConsentLack;
    /** The record in the way, if there is one. */
    readonly recordId: string | null;
  }
>;

export type MarketingRefused =
  | NoConsent
  | Refused<"marketing-off", { readonly country: string; readonly because: CountryReason | null }>
  | Refused<
      "marketing-too-often",
      { readonly most: number; readonly days: number; readonly until: Date }
    >
  /** `until` is null when there is no hour at which it is day wherever the contact may be. */
  | Refused<"quiet-hours", { readonly until: Date | null }>;

export type MarketingWish = {
  readonly channelId: string;
  readonly contactIds: readonly string[];
  readonly now: Date;
};

/**
 * Whether marketing may be sent to these contacts over a channel at this moment:
 * of each the record that allows it, or what is against it.
 *
 * What never changes by waiting is said before what does: a missing consent, a
 * country in which it is off, then caps and the hour of the day. Each contact
 * has an answer.
 */
export async function guardMarketing(
  tx: Tx,
  workspaceId: WorkspaceId,
  { channelId, contactIds, now }: MarketingWish,
): Promise<Map<string, { readonly consentId: string } | MarketingRefused>> {
  const asked = { purpose: "marketing", channelId, now } as const;
  const valid = await findValidConsents(tx, workspaceId, { ...asked, contactIds });
  const lacking = contactIds.filter((id) => !valid.has(id));
  const ledger = lacking.length === 0 ? [] : await listConsents(tx, workspaceId, lacking);
  const settings = await loadConsentSettings(tx, workspaceId);
  const identities = await identitiesOf(tx, workspaceId, [...valid.keys()]);
  const since = capsLookBackTo(now, settings.caps);
  const sent =
    settings.caps.length === 0
      ? new Map()
      : await marketingSince(tx, workspaceId, [...valid.keys()], since);
  return new Map(
    contactIds.map((contactId) => {
      const consentId = valid.get(contactId);
      if (consentId === undefined) {
        const records = ledger.filter((it) => it.contactId === contactId);
        return [contactId, lackOf(decideConsent(records, asked))];
      }
      const whose = identities.get(contactId) ?? [];
      const against =
        againstPlaceAndHour(settings, whose, now) ??
        againstCap(decideCap(now, sent.get(contactId) ?? [], { caps: settings.caps, channelId }));
      return [contactId, against ?? { consentId }];
    }),
  );
}

function lackOf(verdict: ReturnType<typeof decideConsent>): NoConsent {
  // Asked of the database and of the core within one transaction they agree but for what came between both questions.
  const { missing, recordId } = verdict.valid
    ? { missing: "nothing-recorded" as const, recordId: null }
    : verdict;
  return { refused: "no-consent", purpose: "marketing", missing, recordId };
}

function againstCap(verdict: ReturnType<typeof decideCap>): MarketingRefused | null {
  if (verdict.allowed) return null;
  const { most, days } = verdict.cap;
  return { refused: "marketing-too-often", most, days, until: verdict.until };
}

/** What the country and the clock of a contact say against writing now. */
function againstPlaceAndHour(
  settings: ConsentSettings,
  identities: readonly Identity[],
  now: Date,
): MarketingRefused | null {
  const place = placeOf(identities, settings);
  if (place.off) {
    const { country, because } = place;
    return { refused: "marketing-off", country, because };
  }
  const until = nextAllowedAt(now, place.zones, place.quiet);
  return until?.getTime() === now.getTime() ? null : { refused: "quiet-hours", until };
}
