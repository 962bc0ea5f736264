import { type Availability, presenceAt } from "@galka/core/distribution/availability";
import { type Desk as MemberDesk, distribute } from "@galka/core/distribution/distribute";
import { givesAny, policyOf } from "@galka/core/distribution/policy";
import { hoursClock } from "@galka/core/hours/hours-clock";
import { type HoursBook, shiftOf } from "@galka/core/hours/hours-of";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import { may } from "@galka/core/workspaces/member";
import type { Tx } from "@galka/postgres/database";
import { recordAudit } from "@galka/postgres/stores/audit";
import type { NewEvent } from "@galka/postgres/stores/events";
import { type DeskView, listDesks } from "@galka/postgres/stores/work/desks";
import { loadHours } from "@galka/postgres/stores/work/hours";
import { loadPolicies } from "@galka/postgres/stores/work/policies";
import {
  giveConversations,
  lockDistribution,
  lockWaiting,
} from "@galka/postgres/stores/work/queue";
import type { App } from "../../app.ts";

/** Where something is changed: the transaction, its workspace, and its moment. */
export type Desk = {
  readonly app: App;
  readonly tx: Tx;
  readonly workspaceId: WorkspaceId;
  readonly now: Date;
};

/** What one look at the queue takes; what is behind that waits for the next. */
const AT_MOST = 1_000;

/**
 * Gives the conversations that wait to members who have room, in the transaction
 * in which one came to wait or somebody got room.
 *
 * One transaction of a workspace does so at a time, so nobody gets more than
 * they can do. Answers the events to append: this is called before they are.
 */
export async function distributeWaiting({ app, tx, workspaceId, now }: Desk): Promise<NewEvent[]> {
  const policies = await loadPolicies(tx, workspaceId);
  if (!givesAny(policies)) return [];
  await lockDistribution(tx, workspaceId);
  const desks = await listFreeDesks(tx, workspaceId, now);
  if (!desks.some((desk) => desk.isFree && desk.load < desk.capacity)) return [];
  const rows = await lockWaiting(tx, workspaceId, AT_MOST);
  const waiting = rows.map((row) => ({ ...row, policy: policyOf(policies, row) }));
  const given = distribute(waiting, desks);
  await giveConversations(tx, workspaceId, given, now);
  const audits = given.map(({ conversationId, memberId }) => ({
    id: app.ids.next(),
    by: { actor: "system" } as const,
    action: "conversation-assigned" as const,
    subjectId: conversationId,
    conversationId,
    before: { assigneeId: null },
    after: { assigneeId: memberId, how: "given" },
  }));
  await recordAudit(tx, workspaceId, now, audits);
  return given.map(({ conversationId }) => ({ kind: "conversation-changed", conversationId }));
}

async function listFreeDesks(tx: Tx, workspaceId: WorkspaceId, now: Date): Promise<MemberDesk[]> {
  const hours = await loadHours(tx, workspaceId);
  const desks = await listDesks(tx, workspaceId);
  return desks
    .filter(({ held }) => may(held, "conversations.reply"))
    .map((desk) => ({ ...desk, isFree: presenceOf(desk, hours, now) === "online" }));
}

/** Whether a member can be given anything at this moment, and if not, why. */
export function presenceOf(
  desk: Pick<DeskView, "memberId" | "seenAt"> & { readonly availability: Availability },
  hours: HoursBook,
  now: Date,
) {
  const isOnShift = hoursClock(shiftOf(hours, desk.memberId)).isOpenAt(now);
  return presenceAt(now, { ...desk, isOnShift });
}
