import { LONGEST_CAP_WAIT_MS } from "@galka/core/campaigns/forecast";
import { decideConsent } from "@galka/core/consent/consent";
import { unreachable } from "@galka/core/kernel/unreachable";
import type { Campaign } from "@galka/postgres/stores/campaigns/campaigns";
import type { NextRecipient } from "@galka/postgres/stores/campaigns/feed";
import { listConsents } from "@galka/postgres/stores/consent/ledger";
import { type MarketingRefused, guardMarketing } from "../../consent/guard-marketing.ts";
import { isAllowed } from "../../consent/record-consents.ts";
import type { CampaignDesk } from "../campaign-desk.ts";
import type { ReadyMessage } from "../campaign-templates.ts";
import type { GroupFacts, Guarded } from "./decide-recipients.ts";

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
  const contactIds = recipients.flatMap((it) => (it.isThere ? [it.contactId] : []));
  const asked: Asked = { channelId, contactIds, now: desk.now };
  const guarded = await guardGroup(desk, ready.template.category, asked);
  return { plan, ready, variant, guarded };
}

type Asked = {
  readonly channelId: string;
  readonly contactIds: readonly string[];
  readonly now: Date;
};

/** The same that is asked of a single message: operations/consent/guard-purpose. */
async function guardGroup(
  { tx, workspaceId, now }: CampaignDesk,
  purpose: ReadyMessage["template"]["category"],
  asked: Asked,
): Promise<ReadonlyMap<string, Guarded>> {
  if (purpose === "marketing") {
    const verdicts = await guardMarketing(tx, workspaceId, asked);
    return new Map([...verdicts].map(([id, verdict]) => [id, againstOf(now, verdict)]));
  }
  const { channelId, contactIds } = asked;
  const records = purpose === "utility" ? await listConsents(tx, workspaceId, contactIds) : [];
  const byContact = Map.groupBy(records, ({ contactId }) => contactId);
  return new Map(
    contactIds.map((id): [string, Guarded] => {
      const said = byContact.get(id) ?? [];
      const verdict = decideConsent(said, { purpose: "utility", channelId, now });
      if (!isAllowed("utility", verdict)) return [id, { skip: "no-consent" }];
      return [id, { consentId: verdict.valid ? verdict.recordId : null }];
    }),
  );
}

function againstOf(now: Date, verdict: { readonly consentId: string } | MarketingRefused): Guarded {
  if (!("refused" in verdict)) return verdict;
  switch (verdict.refused) {
    case "no-consent":
      return { skip: "no-consent" };
    case "marketing-off":
      return { skip: "country-rule" };
    case "marketing-too-often": {
      const waitMs = verdict.until.getTime() - now.getTime();
      return waitMs > LONGEST_CAP_WAIT_MS ? { skip: "frequency-cap" } : { until: verdict.until };
    }
    case "quiet-hours":
      return verdict.until === null ? { skip: "country-rule" } : { until: verdict.until };
    default:
      return unreachable(verdict);
  }
}
