import type { Refused } from "@galka/core/kernel/refused";
import type { AuditAction, AuditChange } from "@galka/core/workspaces/audit";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { appendEvents } from "@galka/postgres/stores/events";
import type { App } from "../../app.ts";

export type PricesDesk = {
  readonly app: App;
  readonly tx: Tx;
  readonly member: Member;
  readonly now: Date;
};

/** Changes what a workspace pays by, or may spend; whoever looks at it is told when it was changed. */
export async function changePrices<T extends object>(
  app: App,
  member: Member,
  what: "prices" | "budgets",
  work: (desk: PricesDesk) => Promise<T>,
): Promise<T | Refused<"forbidden">> {
  if (!may(member, "settings.manage")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const now = app.clock.now();
  const done = await inWorkspace(app.db, workspaceId, async (tx) => {
    const changed = await work({ app, tx, member, now });
    if (!("refused" in changed)) {
      await appendEvents(tx, workspaceId, now, [{ kind: "collection-changed", otherId: what }]);
    }
    return changed;
  });
  app.wake.tell("events", workspaceId);
  return done;
}

/** Remembers who changed what, with what it was before and after. */
export function recordChange(
  { app, tx, member, now }: PricesDesk,
  change: {
    readonly action: AuditAction;
    readonly before?: AuditChange;
    readonly after?: AuditChange;
  },
): Promise<unknown> {
  const entry = { id: app.ids.next(), by: byMember(member), ...change };
  return recordAudit(tx, member.workspaceId, now, [entry]);
}
