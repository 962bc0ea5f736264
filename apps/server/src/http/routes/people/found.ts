import { countInMessages, findInMessages } from "../../../operations/search/find-messages.ts";
import { parseTimeCursor, presentTimeCursor } from "../../cursor.ts";
import { handle } from "../../handle.ts";

const USUAL_LIMIT = 30;

export const foundRoutes = {
  findMessages: handle("findMessages", async ({ app, member, query }) => {
    const { q: text, cursor, limit = USUAL_LIMIT, ...narrowed } = query;
    const before = cursor ? { before: parseTimeCursor(cursor) } : {};
    const page = await findInMessages(app, member, { text, narrowed, limit, ...before });
    if ("refused" in page) return page;
    return {
      items: page.items.map((it) => ({
        ...it,
        at: it.at.toISOString(),
        snippet: [...it.snippet],
      })),
      next: presentTimeCursor(page.next),
      isUnfinished: page.isUnfinished,
    };
  }),

  countFound: handle("countFound", async ({ app, member, query }) => {
    const { q, ...narrowed } = query;
    const counted = await countInMessages(app, member, q, narrowed);
    return "refused" in counted ? counted : { ...counted, counts: [...counted.counts] };
  }),
};
