import { parkedReason } from "@galka/contract/json/connection";
import { idOf } from "@galka/core/kernel/ids";
import { listParked, readReceipts } from "../../operations/oversight/read-receipts.ts";
import { retryParked } from "../../operations/webhooks/retry-parked.ts";
import { parseTimeCursor, presentTimeCursor } from "../cursor.ts";
import { handle } from "../handle.ts";

const USUAL_DAYS = 14;
const USUAL_PARKED = 50;

export const oversightRoutes = {
  listReceipts: handle("listReceipts", async ({ app, member, params, query }) => {
    const receipts = await readReceipts(app, member, idOf(params.id), query.days ?? USUAL_DAYS);
    return "refused" in receipts ? receipts : { days: [...receipts.days] };
  }),

  retryParked: handle("retryParked", ({ app, member, params }) =>
    retryParked(app, member, params.id),
  ),

  listParked: handle("listParked", async ({ app, member, query }) => {
    const parked = await listParked(app, member, {
      limit: query.limit ?? USUAL_PARKED,
      ...(query.cursor ? { after: parseTimeCursor(query.cursor) } : {}),
    });
    if ("refused" in parked) return parked;
    return {
      items: parked.items.map((it) => ({
        ...it,
        reason: parkedReason.parse(it.reason),
        receivedAt: it.receivedAt.toISOString(),
      })),
      next: presentTimeCursor(parked.next),
    };
  }),
};
