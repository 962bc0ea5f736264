import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { findApprovalAbove, saveApprovalAbove } from "@galka/postgres/stores/campaigns/settings";
import { appendEvents } from "@galka/postgres/stores/events";
import type { App } from "../../app.ts";
import { readCampaigns } from "./campaign-desk.ts";

type Settings = { readonly approvalAbove: number | null };
type Forbidden = Refused<"forbidden">;

export function readCampaignSettings(app: App, member: Member): Promise<Settings | Forbidden> {
  return readCampaigns(app, member, async ({ tx, workspaceId }) => ({
    approvalAbove: await findApprovalAbove(tx, workspaceId),
  }));
}

/**
 * Says above how many people a second person has to agree. Not for whoever may
 * only manage campaigns: nobody frees themselves from being agreed to.
 */
export async function setCampaignSettings(
  app: App,
  member: Member,
  { approvalAbove }: Settings,
): Promise<{ readonly done: true } | Forbidden> {
  if (!may(member, "settings.manage")) return { refused: "forbidden" };
  const { workspaceId } = member;
  await inWorkspace(app.db, workspaceId, async (tx) => {
    const now = app.clock.now();
    const before = await findApprovalAbove(tx, workspaceId);
    await saveApprovalAbove(tx, workspaceId, approvalAbove);
    await recordAudit(tx, workspaceId, now, [
      {
        id: app.ids.next<"audit">(),
        by: byMember(member),
        action: "campaign-settings-changed",
        before: { approvalAbove: before },
        after: { approvalAbove },
      },
    ]);
    const changed = { kind: "collection-changed", otherId: "settings" } as const;
    await appendEvents(tx, workspaceId, now, [changed]);
  });
  app.wake.tell("events", workspaceId);
  return { done: true };
}
