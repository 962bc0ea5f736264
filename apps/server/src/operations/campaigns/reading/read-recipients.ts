import type { Refused } from "@galka/core/kernel/refused";
import type { Member } from "@galka/core/workspaces/member";
import {
  type RecipientView,
  type RecipientWish,
  listRecipients,
} from "@galka/postgres/stores/campaigns/recipient-list";
import { findPerson } from "@galka/postgres/stores/campaigns/recipient-person";
import type { Page } from "@galka/postgres/stores/views/page";
import type { App } from "../../../app.ts";
import { type Forbidden, type NotFound, campaignOf, prepareCampaigns } from "../campaign-desk.ts";
import { messageOf, readyMessage } from "../campaign-templates.ts";
import { type PersonalText, textOf } from "./preview-campaign.ts";

export function readRecipients(
  app: App,
  member: Member,
  wish: RecipientWish,
): Promise<Page<RecipientView, string> | Forbidden | NotFound> {
  return prepareCampaigns(app, member, async (desk) => {
    const campaign = await campaignOf(desk, wish.campaignId);
    if ("refused" in campaign) return campaign;
    return listRecipients(desk.tx, desk.workspaceId, wish);
  });
}

/** The final text of one person of a campaign, with what is known of them now. */
export function readRecipientText(
  app: App,
  member: Member,
  wish: { readonly campaignId: string; readonly contactId: string },
): Promise<PersonalText | Forbidden | NotFound | Refused<"template-not-found">> {
  return prepareCampaigns(app, member, async (desk) => {
    const { tx, workspaceId } = desk;
    const campaign = await campaignOf(desk, wish.campaignId);
    if ("refused" in campaign) return campaign;
    const person = await findPerson(tx, workspaceId, wish.contactId, campaign.id);
    if (!person) return { refused: "not-found" } as const;
    const { channelId, plan, winner } = campaign;
    const message = messageOf(plan, person.step, person.variant ?? winner ?? 0);
    const ready = message && (await readyMessage(tx, { workspaceId, channelId }, message));
    return ready ? textOf(ready, person) : ({ refused: "template-not-found" } as const);
  });
}
