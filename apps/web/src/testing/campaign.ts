import type { CampaignJson } from "@galka/contract/json/campaigns/campaign";
import { PLAIN_PLAN } from "@galka/core/campaigns/plan";
import { NOON } from "./builders.ts";

/** A campaign under way of which nobody has had their turn. */
export function campaign(some: Partial<CampaignJson> = {}): CampaignJson {
  return {
    id: "campaign-1",
    name: "Autumn offer",
    channelId: "channel-1",
    state: "running",
    hold: null,
    createdById: "member-ana",
    createdAt: NOON,
    launchedById: "member-ana",
    launchedAt: NOON,
    approvedById: null,
    startsAt: NOON,
    endedAt: null,
    audienceCount: 240,
    funnel: { ...NOBODY, planned: 240, waiting: 240 },
    templateNames: ["order_ready"],
    costs: [],
    repeatsId: null,
    audience: { of: [], except: [] },
    plan: PLAIN_PLAN,
    updatedAt: NOON,
    frozenAt: NOON,
    perMinute: null,
    steps: [],
    failures: [],
    skips: [],
    wave: null,
    test: null,
    speed: { perSecond: 0, minutes: [], waitsFor: null },
    budget: null,
    endsAt: null,
    moves: [],
    can: [],
    ...some,
  };
}

const NOBODY: CampaignJson["funnel"] = {
  planned: 0,
  waiting: 0,
  sent: 0,
  delivered: 0,
  read: 0,
  tapped: 0,
  answered: 0,
  optedOut: 0,
  failed: 0,
  skipped: 0,
  unknown: 0,
};
