import type { Priority, WorkState } from "@galka/core/conversations/work";
import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { SlaCase, SlaClock, SlaFacts } from "@galka/core/sla/sla-clocks";
import type { SlaPlace, SlaTarget } from "@galka/core/sla/sla-policy";
import { sql } from "kysely";
import type { Tx } from "../../database.ts";

/** A clock that runs, as it is stored. */
export type StoredClock = SlaClock & { readonly id: string; readonly isBroken: boolean };

/** What stands with the conversation itself. */
export type ShownClock = {
  readonly case: SlaCase | null;
  readonly target: SlaTarget | null;
  readonly dueAt: Date | null;
  readonly warnAt: Date | null;
  readonly brokenAt: Date | null;
  readonly keptAt: Date | null;
};

/** A conversation with its clocks as they are stored. */
export type ClockedConversation = SlaPlace &
  SlaFacts<StoredClock> & {
    readonly id: string;
    readonly shown: ShownClock;
    readonly assigneeId: string | null;
    readonly answeredById: string | null;
  };

type ClockJson = {
  id: string;
  target: SlaTarget;
  policyId: string;
  beganAt: string;
  dueAt: string | null;
  warnAt: string | null;
  isBroken: boolean;
};

type Row = {
  id: string;
  channelId: string;
  teamId: string | null;
  priority: Priority;
  labelIds: string[];
  status: WorkState;
  statusAt: Date | null;
  waitingSince: Date | null;
  answeredAt: Date | null;
  answeredById: string | null;
  assigneeId: string | null;
  caseAt: Date | null;
  pauses: { from: string; to: string | null }[] | null;
  target: SlaTarget | null;
  dueAt: Date | null;
  warnAt: Date | null;
  brokenAt: Date | null;
  keptAt: Date | null;
  running: ClockJson[];
};

/** What the clocks of these conversations follow from, and how they stand. */
export async function loadClockFacts(
  tx: Tx,
  workspaceId: WorkspaceId,
  ids: readonly string[],
): Promise<ClockedConversation[]> {
  const { rows } = await sql<Row>`
    select c.id, c.channel_id as "channelId", c.team_id as "teamId", c.priority, c.status,
           c.status_at as "statusAt", c.waiting_since as "waitingSince", c.answered_at as "answeredAt",
           c.answered_by_id as "answeredById", c.assignee_id as "assigneeId",
           c.sla_case_at as "caseAt", c.sla_pauses as pauses, c.sla_target as target,
           c.sla_due_at as "dueAt", c.sla_warn_at as "warnAt",
           c.sla_broken_at as "brokenAt", c.sla_kept_at as "keptAt",
           (select coalesce(array_agg(l.label_id::text), '{}') from conversation_labels l
             where l.workspace_id = c.workspace_id and l.conversation_id = c.id) as "labelIds",
           (select coalesce(jsonb_agg(jsonb_build_object(
                     'id', k.id, 'target', k.target, 'policyId', k.policy_id, 'beganAt', k.began_at,
                     'dueAt', k.due_at, 'warnAt', k.warn_at, 'isBroken', k.outcome is not null)), '[]')
              from sla_clocks k
             where k.workspace_id = c.workspace_id and k.conversation_id = c.id and k.ended_at is null) as running
      from conversations c
     where c.workspace_id = ${workspaceId} and c.id = any(${[...ids]}::uuid[])`.execute(tx);
  return rows.map(fromRow);
}

function fromRow(row: Row): ClockedConversation {
  const { caseAt, pauses, running, target, dueAt, warnAt, brokenAt, keptAt, ...rest } = row;
  const current = caseOf(caseAt, pauses);
  return {
    ...rest,
    case: current,
    shown: { case: current, target, dueAt, warnAt, brokenAt, keptAt },
    running: running.map(clockOf),
  };
}

function caseOf(beganAt: Date | null, pauses: Row["pauses"]): SlaCase | null {
  if (beganAt === null) return null;
  const read = (pauses ?? []).map(({ from, to }) => ({ from: new Date(from), to: dateOf(to) }));
  return { beganAt, pauses: read };
}

function clockOf({ beganAt, dueAt, warnAt, ...rest }: ClockJson): StoredClock {
  return {
    ...rest,
    beganAt: new Date(beganAt),
    dueAt: dateOf(dueAt),
    warnAt: dateOf(warnAt),
  };
}

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
