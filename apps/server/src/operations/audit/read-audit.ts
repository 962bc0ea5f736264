import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import {
  type AuditQuery,
  type AuditView,
  listAuditActions,
  listAuditEntries,
} from "@galka/postgres/stores/team/audit-list";
import type { Page, TimeCursor } from "@galka/postgres/stores/views/page";
import type { App } from "../../app.ts";

/** Who changed what, newest first. */
export async function readAudit(
  app: App,
  member: Member,
  query: AuditQuery,
): Promise<Page<AuditView, TimeCursor> | Refused<"forbidden">> {
  if (!may(member, "audit.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, (tx) => listAuditEntries(tx, workspaceId, query));
}

/** Everything that was ever done here, by its name: what the list can be narrowed to. */
export async function readAuditActions(
  app: App,
  member: Member,
): Promise<{ readonly items: readonly string[] } | Refused<"forbidden">> {
  if (!may(member, "audit.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const items = await inWorkspace(app.db, workspaceId, (tx) => listAuditActions(tx, workspaceId));
  return { items };
}
