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
import { type ConversationPrices, quoteConversations } from "../prices/quote-conversation.ts";

export type Closing = {
  readonly conversation: ConversationView;
  readonly closesAt: Date;
  readonly prices: ClosingPrices;
};

/** What an answer costs as long as the window is open, and templates once it has closed. */
export type ClosingPrices = {
  readonly country: string;
  readonly currency: string;
  readonly answerMicros: number;
  readonly utilityMicros: number;
  readonly marketingMicros: number;
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
    const quotes = await quoteConversations(
      tx,
      workspaceId,
      now,
      closing.map(({ id }) => id),
    );
    const items = closing.flatMap(({ id, lastInboundAt }) => {
      const conversation = byId.get(id);
      const serviceWindow = windowAt(now, lastInboundAt);
      const quote = quotes.get(id);
      if (!conversation || !quote || !serviceWindow.open) return [];
      return [{ conversation, closesAt: serviceWindow.closesAt, prices: closingPrices(quote) }];
    });
    return { items };
  });
}

function closingPrices({ country, prices, later }: ConversationPrices): ClosingPrices {
  const answer = prices.find(({ purpose }) => purpose === "service");
  const laterOf = (wanted: string) =>
    later.find(({ purpose }) => purpose === wanted)?.amountMicros ?? 0;
  return {
    country,
    currency: answer?.currency ?? "USD",
    answerMicros: answer?.amountMicros ?? 0,
    utilityMicros: laterOf("utility"),
    marketingMicros: laterOf("marketing"),
  };
}
