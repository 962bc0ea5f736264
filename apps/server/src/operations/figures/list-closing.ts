import { type Prices, pricesFor } from "@galka/core/billing/rates";
import { windowAt } from "@galka/core/conversations/window";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { listClosingWindows } from "@galka/postgres/stores/figures/closing-windows";
import { foldFigures } from "@galka/postgres/stores/figures/fold";
import {
  type ConversationView,
  loadConversationViews,
} from "@galka/postgres/stores/views/conversation-list";
import type { App } from "../../app.ts";

export type Closing = {
  readonly conversation: ConversationView;
  readonly closesAt: Date;
  readonly prices: Prices;
};

const DAY_MS = 86_400_000;

/** Who waits and whose window shuts next, with what an answer costs now and a template afterwards. */
export async function listClosing(
  app: App,
  member: Member,
  limit: number,
): Promise<{ readonly items: readonly Closing[] } | Refused<"forbidden">> {
  if (!may(member, "conversations.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  const now = app.clock.now();
  return inWorkspace(app.db, workspaceId, async (tx) => {
    await foldFigures(tx, workspaceId);
    const since = new Date(now.getTime() - DAY_MS);
    const closing = await listClosingWindows(tx, workspaceId, since, limit);
    const views = await loadConversationViews(
      tx,
      workspaceId,
      closing.map(({ id }) => id),
    );
    const byId = new Map(views.map((view) => [view.id, view]));
    const items = closing.flatMap(({ id, lastInboundAt, phone, deliveredThisMonth }) => {
      const conversation = byId.get(id);
      const serviceWindow = windowAt(now, lastInboundAt);
      if (!conversation || !serviceWindow.open) return [];
      const prices = pricesFor(phone, deliveredThisMonth);
      return [{ conversation, closesAt: serviceWindow.closesAt, prices }];
    });
    return { items };
  });
}
