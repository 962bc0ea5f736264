import type { AuditAction, AuditChange } from "@galka/core/workspaces/audit";
import type { Refused } from "@galka/core/kernel/refused";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { retrying } from "@galka/postgres/retry";
import { type Actor, recordAudit } from "@galka/postgres/stores/audit";
import { type Campaign, findCampaign } from "@galka/postgres/stores/campaigns/campaigns";
import { appendEvents } from "@galka/postgres/stores/events";
import type { App } from "../../app.ts";

/** Where something is done with campaigns: one transaction of one workspace. */
export type CampaignDesk = {
  readonly app: App;
  readonly tx: Tx;
  readonly workspaceId: WorkspaceId;
  readonly now: Date;
};

export type NotFound = Refused<"not-found">;
export type Forbidden = Refused<"forbidden">;

/**
 * Does something with campaigns as a member, in one transaction with what is
 * remembered and told of it. Answers what `work` answers; nothing is told of a refusal.
 */
export async function changeCampaigns<Result extends object>(
  app: App,
  member: Member,
  work: (desk: CampaignDesk) => Promise<Result>,
): Promise<Result | Forbidden> {
  if (!may(member, "campaigns.manage")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const result = await retrying(() =>
    inWorkspace(app.db, workspaceId, (tx) => work({ app, tx, workspaceId, now: app.clock.now() })),
  );
  if (!("refused" in result)) app.wake.tell("events", workspaceId);
  return result;
}

/** Reads campaigns as a member who may manage them, or who sees the team's statistics. */
export async function readCampaigns<Result extends object>(
  app: App,
  member: Member,
  work: (desk: CampaignDesk) => Promise<Result>,
): Promise<Result | Forbidden> {
  if (!may(member, "campaigns.manage") && !may(member, "statistics.read")) {
    return { refused: "forbidden" };
  }
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, (tx) =>
    work({ app, tx, workspaceId, now: app.clock.now() }),
  );
}

/** Reads what names people: for those alone who may manage campaigns. */
export async function prepareCampaigns<Result extends object>(
  app: App,
  member: Member,
  work: (desk: CampaignDesk) => Promise<Result>,
): Promise<Result | Forbidden> {
  if (!may(member, "campaigns.manage")) return { refused: "forbidden" };
  return readCampaigns(app, member, work);
}

export type CampaignNote = {
  readonly by: Actor;
  readonly action: AuditAction;
  readonly campaignId: string;
  readonly before?: AuditChange;
  readonly after?: AuditChange;
};

/** Remembers what was done with a campaign, and tells that it has changed. Call it last. */
export async function noteCampaign(desk: CampaignDesk, note: CampaignNote): Promise<void> {
  const { app, tx, workspaceId, now } = desk;
  const { by, action, campaignId, before, after } = note;
  const entry = { id: app.ids.next<"audit">(), by, action, subjectId: campaignId };
  await recordAudit(tx, workspaceId, now, [
    { ...entry, ...(before && { before }), ...(after && { after }) },
  ]);
  await tellCampaigns(desk, [campaignId]);
}

export function tellCampaigns(
  { tx, workspaceId, now }: CampaignDesk,
  campaignIds: readonly string[],
): Promise<void> {
  return appendEvents(
    tx,
    workspaceId,
    now,
    campaignIds.map((otherId) => ({ kind: "campaign-changed", otherId })),
  );
}

/** A campaign, or that there is none. */
export async function campaignOf(
  { tx, workspaceId }: CampaignDesk,
  id: string,
): Promise<Campaign | NotFound> {
  return (await findCampaign(tx, workspaceId, id)) ?? { refused: "not-found" };
}

/** Twelve and ten hexadecimal digits of an id that nobody else has: what the ids of an audience have in common. */
export function idsFor(app: App): { readonly head: string; readonly tail: string } {
  const digits = String(app.ids.next<"recipient">()).replaceAll("-", "");
  return { head: digits.slice(0, 12), tail: digits.slice(-10) };
}
