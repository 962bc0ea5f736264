import { decideConsent } from "@galka/core/consent/consent";
import type { Campaign } from "@galka/postgres/stores/campaigns/campaigns";
import type { NextRecipient } from "@galka/postgres/stores/campaigns/feed";
import { listConsents } from "@galka/postgres/stores/consent/ledger";
import { findValidConsents } from "@galka/postgres/stores/consent/valid-consents";
import type { CampaignDesk } from "../campaign-desk.ts";
import type { ReadyMessage } from "../campaign-templates.ts";
import type { GroupFacts } from "./decide-recipients.ts";

type GroupToAsk = {
  readonly recipients: readonly NextRecipient[];
  readonly ready: ReadyMessage;
  readonly variant: number;
};

/** Asks everything that is to be known of a group, in as few questions as there are kinds of it. */
export async function groupFacts(
  desk: CampaignDesk,
  { plan, channelId }: Campaign,
  { recipients, ready, variant }: GroupToAsk,
): Promise<GroupFacts> {
  const { tx, workspaceId, now } = desk;
  const purpose = ready.template.category;
  const contactIds = recipients.map(({ contactId }) => contactId);
  const asked = { channelId, now, contactIds };
  const consents =
    purpose === "marketing"
      ? await findValidConsents(tx, workspaceId, { ...asked, purpose })
      : null;
  const declined = purpose === "utility" ? await findDeclined(desk, asked) : new Set<string>();
  return {
    plan,
    purpose,
    ready,
    variant,
    consents,
    declined,
    capped: new Map(),
    allowedAt: (_, at) => at,
    zonesOf: () => [],
  };
}

/** Who has said that they want no notices. */
async function findDeclined(
  { tx, workspaceId }: CampaignDesk,
  {
    channelId,
    now,
    contactIds,
  }: { readonly channelId: string; readonly now: Date; readonly contactIds: readonly string[] },
): Promise<ReadonlySet<string>> {
  const records = await listConsents(tx, workspaceId, contactIds);
  const byContact = Map.groupBy(records, ({ contactId }) => contactId);
  const declined = [...byContact].flatMap(([contactId, said]) => {
    const verdict = decideConsent(said, { purpose: "utility", channelId, now });
    return !verdict.valid && verdict.missing === "withdrawn" ? [contactId] : [];
  });
  return new Set(declined);
}
