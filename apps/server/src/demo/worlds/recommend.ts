import { PLAIN_PLAN } from "@galka/core/campaigns/plan";
import type { Member } from "@galka/core/workspaces/member";
import { launchCampaign } from "../../operations/campaigns/launch-campaign.ts";
import { readCampaign } from "../../operations/campaigns/reading/read-campaigns.ts";
import { createCampaign } from "../../operations/campaigns/write-campaigns.ts";
import { until } from "./pass-time.ts";
import type { Stage } from "./stage.ts";

/** Writes to everybody who has agreed to offers, and waits until nobody's turn is left. */
export async function recommend(
  { app, channelId }: Stage,
  marketer: Member,
  templateId: string,
): Promise<void> {
  const made = await createCampaign(app, marketer, {
    name: "Goes well with your order",
    channelId,
    audience: {
      of: [
        {
          from: "filter",
          filter: { all: [{ field: "consent", purpose: "marketing", channelId, is: "valid" }] },
        },
      ],
      except: [],
    },
    plan: {
      ...PLAIN_PLAN,
      messages: [
        {
          templateId,
          files: [],
          values: [
            { place: "body", key: "1", source: { from: "name", fallback: "there" } },
            {
              place: "body",
              key: "2",
              source: { from: "constant", value: "the linen lampshade" },
            },
          ],
        },
      ],
    },
  });
  if ("refused" in made) throw new Error(`The recommendation: ${made.refused}.`);
  const launched = await launchCampaign(app, marketer, made.id);
  if ("refused" in launched) {
    throw new Error(`The recommendation: ${JSON.stringify(launched)}.`);
  }
  await until("everybody's recommendation is on its way", async () => {
    const found = await readCampaign(app, marketer, made.id);
    if ("refused" in found) throw new Error(`The recommendation: ${found.refused}.`);
    return found.campaign.frozenAt !== null && found.funnel.waiting === 0;
  });
}
