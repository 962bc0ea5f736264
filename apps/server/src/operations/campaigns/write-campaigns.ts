import type { AudienceWish } from "@galka/core/audience/audience-wish";
import type { CampaignState } from "@galka/core/campaigns/life-cycle";
import type { CampaignPlan } from "@galka/core/campaigns/plan";
import type { Refused } from "@galka/core/kernel/refused";
import { idOf } from "@galka/core/kernel/ids";
import type { Member } from "@galka/core/workspaces/member";
import { byMember } from "@galka/postgres/stores/audit";
import {
  deleteCampaign as removeRow,
  findCampaignOfClient,
  insertCampaign,
  lockCampaign,
  saveCampaign,
  saveDraft,
} from "@galka/postgres/stores/campaigns/campaigns";
import { findChannelView } from "@galka/postgres/stores/views/channel-list";
import type { App } from "../../app.ts";
import { type PartGone, type PartPrivate, unseenIn } from "../audience/unseen-parts.ts";
import {
  type CampaignDesk,
  type Forbidden,
  type NotFound,
  campaignOf,
  changeCampaigns,
  noteCampaign,
} from "./campaign-desk.ts";

/** What is written in the editor. */
export type CampaignDraft = {
  readonly name: string;
  readonly channelId: string;
  readonly audience: AudienceWish;
  readonly plan: CampaignPlan;
};

export type WriteRefused =
  | Forbidden
  | NotFound
  | PartGone
  | PartPrivate
  | Refused<"campaign-state", { readonly state: CampaignState }>;

type Done = { readonly done: true };
type Made = { readonly id: string };

/** Writes a draft. Asked twice with the same `clientId`, it is one. */
export function createCampaign(
  app: App,
  member: Member,
  { clientId, ...draft }: CampaignDraft & { readonly clientId?: string },
): Promise<Made | WriteRefused> {
  return changeCampaigns(app, member, (desk) =>
    make(desk, member, { ...draft, clientId: clientId ?? null }),
  );
}

/** A draft like this campaign, with the same audience as it is today. */
export function copyCampaign(app: App, member: Member, id: string): Promise<Made | WriteRefused> {
  return changeCampaigns(app, member, async (desk) => {
    const found = await campaignOf(desk, id);
    if ("refused" in found) return found;
    const { name, channelId, audience, plan } = found;
    return make(desk, member, { name, channelId, audience, plan, clientId: null });
  });
}

async function make(
  desk: CampaignDesk,
  member: Member,
  { clientId, ...draft }: CampaignDraft & { readonly clientId: string | null },
): Promise<Made | WriteRefused> {
  const { app, tx, workspaceId, now } = desk;
  if (!(await findChannelView(tx, workspaceId, idOf(draft.channelId)))) {
    return { refused: "not-found" };
  }
  const unseen = await unseenIn(tx, member, draft.audience);
  if (unseen) return unseen;
  const id = app.ids.next<"campaign">();
  const row = { ...draft, id, clientId, createdBy: member.id, repeatsId: null };
  if (!(await insertCampaign(tx, workspaceId, row, now))) {
    const known = clientId === null ? null : await findCampaignOfClient(tx, workspaceId, clientId);
    if (known === null) throw new Error(`The campaign of client id ${clientId} is gone.`);
    return { id: known };
  }
  const by = byMember(member);
  const after = { name: draft.name };
  await noteCampaign(desk, { by, action: "campaign-created", campaignId: id, after });
  return { id };
}

/** Writes a draft anew; what was launched stays as it was agreed to. */
export function updateCampaign(
  app: App,
  member: Member,
  { id, ...draft }: CampaignDraft & { readonly id: string },
): Promise<Done | WriteRefused> {
  return changeCampaigns(app, member, async (desk) => {
    const { tx, workspaceId, now } = desk;
    const before = await lockCampaign(tx, workspaceId, id);
    const channelId = idOf<"channel">(draft.channelId);
    const channel = await findChannelView(tx, workspaceId, channelId);
    if (!before || !channel) return { refused: "not-found" } as const;
    const { state } = before.status;
    if (state !== "draft") return { refused: "campaign-state", state } as const;
    const unseen = await unseenIn(tx, member, draft.audience, before.audience);
    if (unseen) return unseen;
    await saveDraft(tx, workspaceId, { ...draft, id, channelId }, now);
    await noteCampaign(desk, {
      by: byMember(member),
      action: "campaign-changed",
      campaignId: id,
      before: { name: before.name },
      after: { name: draft.name },
    });
    return { done: true } as const;
  });
}

const DELETABLE: readonly CampaignState[] = ["draft", "finished", "stopped"];

/** Deletes a campaign with the list of its people; what was sent stays with the contacts. */
export function deleteCampaign(app: App, member: Member, id: string): Promise<Done | WriteRefused> {
  return changeCampaigns(app, member, async (desk) => {
    const { tx, workspaceId } = desk;
    const before = await lockCampaign(tx, workspaceId, id);
    if (!before) return { refused: "not-found" } as const;
    const { state } = before.status;
    if (!DELETABLE.includes(state)) return { refused: "campaign-state", state } as const;
    await removeRow(tx, workspaceId, id);
    await noteCampaign(desk, {
      by: byMember(member),
      action: "campaign-deleted",
      campaignId: id,
      before: { name: before.name, state },
    });
    return { done: true } as const;
  });
}

/** Has a campaign go at another pace from its next group on. */
export function setCampaignPace(
  app: App,
  member: Member,
  id: string,
  perMinute: number | null,
): Promise<Done | WriteRefused> {
  return changeCampaigns(app, member, async (desk) => {
    const { tx, workspaceId } = desk;
    const before = await lockCampaign(tx, workspaceId, id);
    if (!before) return { refused: "not-found" } as const;
    if (before.perMinute === perMinute) return { done: true } as const;
    await saveCampaign(tx, workspaceId, id, { perMinute });
    await noteCampaign(desk, {
      by: byMember(member),
      action: "campaign-pace-changed",
      campaignId: id,
      before: { perMinute: before.perMinute },
      after: { perMinute },
    });
    return { done: true } as const;
  });
}
