import { type UsualSign, usualSigns } from "@galka/core/campaigns/first-wave";
import type { Member } from "@galka/core/workspaces/member";
import { findUsualFigures } from "@galka/postgres/stores/campaigns/wave-figures";
import type { App } from "../../../app.ts";
import { type Forbidden, readCampaigns } from "../campaign-desk.ts";

/** No campaign: all of the workspace count. */
const NONE = "00000000-0000-0000-0000-000000000000";

/** By which limits a first wave would be judged today. */
export function readWaveLimits(
  app: App,
  member: Member,
): Promise<{ readonly signs: UsualSign[] } | Forbidden> {
  return readCampaigns(app, member, async ({ tx, workspaceId, now }) => ({
    signs: [...usualSigns(await findUsualFigures(tx, workspaceId, { campaignId: NONE }, now))],
  }));
}
