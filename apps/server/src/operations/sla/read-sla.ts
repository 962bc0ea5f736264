import type { Refused } from "@galka/core/kernel/refused";
import type { SlaTarget } from "@galka/core/sla/sla-policy";
import { type Member, may } from "@galka/core/workspaces/member";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { appendEvents } from "@galka/postgres/stores/events";
import {
  type SlaCount,
  type SlaOutcome,
  countSla,
  listBehindSla,
} from "@galka/postgres/stores/figures/sla-counts";
import {
  type SlaAlertView,
  listSlaAlerts,
  saveAlertsSeen,
} from "@galka/postgres/stores/sla/alerts";
import { listDueIds } from "@galka/postgres/stores/sla/due-clocks";
import {
  type ConversationView,
  loadConversationViews,
} from "@galka/postgres/stores/views/conversation-list";
import type { App } from "../../app.ts";
import type { FigureWish } from "../figures/read-statistics.ts";

type Listed = { readonly items: readonly ConversationView[] } | Refused<"forbidden">;

/** The conversations whose clocks are due first. */
export async function readSlaDue(app: App, member: Member, limit: number): Promise<Listed> {
  if (!may(member, "conversations.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) =>
    inOrder(tx, member, await listDueIds(tx, workspaceId, limit)),
  );
}

/** What the member is to hear of, the latest first. */
export async function readSlaAlerts(
  app: App,
  member: Member,
): Promise<{ readonly items: readonly SlaAlertView[] } | Refused<"forbidden">> {
  if (!may(member, "conversations.read")) return { refused: "forbidden" };
  return inWorkspace(app.db, member.workspaceId, async (tx) => ({
    items: await listSlaAlerts(tx, member, app.clock.now()),
  }));
}

/** Marks what was told until now as seen by the member. */
export async function seeSlaAlerts(
  app: App,
  member: Member,
): Promise<{ readonly done: true } | Refused<"forbidden">> {
  if (!may(member, "conversations.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  await inWorkspace(app.db, workspaceId, async (tx) => {
    const now = app.clock.now();
    await saveAlertsSeen(tx, member, now);
    await appendEvents(tx, workspaceId, now, [
      { kind: "collection-changed", otherId: "sla-alerts" },
    ]);
  });
  app.wake.tell("events", workspaceId);
  return { done: true };
}

/** How many clocks were kept and broken. */
export async function readSlaFigures(
  app: App,
  member: Member,
  { scope, period }: FigureWish,
): Promise<{ readonly counts: readonly SlaCount[] } | Refused<"forbidden">> {
  if (!may(member, "statistics.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) => ({
    counts: await countSla(tx, workspaceId, scope, period),
  }));
}

export type SlaFigure = FigureWish & {
  readonly outcome: SlaOutcome;
  readonly target: SlaTarget | null;
};

/** The conversations that such a count is made of. */
export async function listBehindSlaFigure(
  app: App,
  member: Member,
  figure: SlaFigure,
  limit: number,
): Promise<Listed> {
  if (!may(member, "statistics.read") || !may(member, "conversations.read")) {
    return { refused: "forbidden" };
  }
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) =>
    inOrder(tx, member, await listBehindSla(tx, workspaceId, figure, limit)),
  );
}

async function inOrder(
  tx: Tx,
  { workspaceId }: Member,
  ids: readonly string[],
): Promise<{ readonly items: readonly ConversationView[] }> {
  const views = await loadConversationViews(tx, workspaceId, ids);
  const byId = new Map(views.map((view) => [view.id, view]));
  return { items: ids.flatMap((id) => byId.get(id) ?? []) };
}
