import { type Brake, type Overrule, heldBrake } from "@galka/core/health/brake";
import type { ChannelId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, mayAny } from "@galka/core/workspaces/member";
import type { AuditAction } from "@galka/core/workspaces/audit";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { appendEvents } from "@galka/postgres/stores/events";
import {
  type BrakeRecord,
  lockBrakeRecord,
  saveBrakeRecord,
} from "@galka/postgres/stores/health/brakes";
import { insertHealthEvents } from "@galka/postgres/stores/health/history";
import { findChannelView } from "@galka/postgres/stores/views/channel-list";
import type { App } from "../../app.ts";
import { KEEPERS } from "./keepers.ts";

export type BrakeWish = {
  readonly channelId: ChannelId;
  readonly brake: Brake;
  readonly reason: string;
  readonly hours: number;
};

type BrakeRefused = Refused<"forbidden"> | Refused<"not-found">;

/**
 * Puts a person's word in the place of Galka's, for some hours and with a reason.
 *
 * It ends by itself, and at once when something worse is found than what was
 * known when it was given. What Meta forbids it cannot allow.
 */
export function overruleBrake(
  app: App,
  member: Member,
  { channelId, brake, reason, hours }: BrakeWish,
): Promise<{ readonly done: true } | BrakeRefused> {
  return decide(app, member, channelId, (record, at) => {
    const until = new Date(at.getTime() + hours * 60 * 60_000);
    const { brake: against } = record.state;
    return { brake, reason, memberId: member.id, at, until, against };
  });
}

/** Takes a person's word back: what Galka has decided holds again. */
export function releaseBrake(
  app: App,
  member: Member,
  channelId: ChannelId,
): Promise<{ readonly done: true } | BrakeRefused> {
  return decide(app, member, channelId, () => null);
}

async function decide(
  app: App,
  member: Member,
  channelId: ChannelId,
  wordOf: (record: BrakeRecord, now: Date) => Overrule | null,
): Promise<{ readonly done: true } | BrakeRefused> {
  if (!mayAny(member, KEEPERS)) return { refused: "forbidden" };
  const { workspaceId } = member;
  const found = await inWorkspace(app.db, workspaceId, async (tx) => {
    if (!(await findChannelView(tx, workspaceId, channelId))) return false;
    const now = app.clock.now();
    const before = await lockBrakeRecord(tx, workspaceId, channelId, now);
    const overrule = wordOf(before, now);
    if (overrule === null && before.overrule === null) return true;
    const after = { ...before, overrule, held: heldBrake(before.state, overrule) };
    await saveBrakeRecord(tx, workspaceId, channelId, after);
    await tell(app, tx, { member, channelId, before, after });
    return true;
  });
  if (!found) return { refused: "not-found" };
  app.wake.tell("events", workspaceId);
  app.wake.tell("sends", channelId);
  return { done: true };
}

type Decision = {
  readonly member: Member;
  readonly channelId: ChannelId;
  readonly before: BrakeRecord;
  readonly after: BrakeRecord;
};

async function tell(
  app: App,
  tx: Tx,
  { member, channelId, before, after }: Decision,
): Promise<void> {
  const { workspaceId, id: memberId } = member;
  const now = app.clock.now();
  const { overrule } = after;
  const action: AuditAction = overrule === null ? "brake-released" : "brake-overruled";
  const kind = overrule === null ? "overrule-ended" : "overruled";
  const told = overrule === null ? after.held : overrule;
  await insertHealthEvents(tx, workspaceId, [
    { id: app.ids.next(), channelId, at: now, kind, before: before.held, after: told, memberId },
  ]);
  await recordAudit(tx, workspaceId, now, [
    {
      id: app.ids.next(),
      by: byMember(member),
      action,
      subjectId: channelId,
      before: { brake: before.held },
      after: {
        brake: after.held,
        ...(overrule && { until: overrule.until.toISOString(), reason: overrule.reason }),
      },
    },
  ]);
  const event = { kind: "collection-changed", otherId: "health" } as const;
  await appendEvents(tx, workspaceId, now, [event]);
}
