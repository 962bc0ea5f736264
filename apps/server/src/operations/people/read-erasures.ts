import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { type Erasure, listErasures } from "@galka/postgres/stores/contacts/erasures";
import type { App } from "../../app.ts";

/** The receipts of a workspace, for those who may erase. */
export async function readErasures(
  app: App,
  member: Member,
): Promise<{ readonly items: readonly Erasure[] } | Refused<"forbidden">> {
  if (!may(member, "contacts.erase")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return { items: await inWorkspace(app.db, workspaceId, (tx) => listErasures(tx, workspaceId)) };
}
