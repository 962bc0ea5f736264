import type { ChannelId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, mayAdministrate, mayAny } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import type { Page, TimeCursor } from "@galka/postgres/stores/views/page";
import {
  type ParkedQuery,
  type ParkedView,
  type ReceiptDay,
  listParked as listParkedFrom,
  listReceiptDays,
} from "@galka/postgres/stores/views/receipt-list";
import type { App } from "../../app.ts";
import { readChannel } from "../channels/list-channels.ts";

/** The proof of receipt: what came in for a channel, day by day, and what became of it. */
export async function readReceipts(
  app: App,
  member: Member,
  channelId: ChannelId,
  days: number,
): Promise<{ readonly days: readonly ReceiptDay[] } | Refused<"not-found"> | Refused<"forbidden">> {
  if (!mayAny(member, ["channels.manage", "statistics.read"])) return { refused: "forbidden" };
  const channel = await readChannel(app, member, channelId);
  if ("refused" in channel) return channel;
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, async (tx) => ({
    days: await listReceiptDays(tx, workspaceId, channelId, days),
  }));
}

/** What could not be applied. It holds whole messages, so it is for those who administrate. */
export async function listParked(
  app: App,
  member: Member,
  query: ParkedQuery,
): Promise<Page<ParkedView, TimeCursor> | Refused<"forbidden">> {
  if (!mayAdministrate(member)) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, (tx) => listParkedFrom(tx, workspaceId, query));
}
