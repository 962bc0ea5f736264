import {
  changeSatisfactionSettings,
  readSatisfactionSettings,
} from "../../operations/satisfaction/settings.ts";
import { listAnswers, readSatisfaction } from "../../operations/satisfaction/read-satisfaction.ts";
import { parseTimeCursor, presentTimeCursor } from "../cursor.ts";
import { handle } from "../handle.ts";
import { figureWishOf } from "../parse/figure-wish.ts";
import { presentAnswer, presentSatisfactionSettings } from "../present/satisfaction.ts";

const USUAL_LIMIT = 50;

export const satisfactionRoutes = {
  getSatisfactionSettings: handle("getSatisfactionSettings", async ({ app, member }) => {
    const settings = await readSatisfactionSettings(app, member);
    return "refused" in settings ? settings : presentSatisfactionSettings(settings);
  }),

  setSatisfactionSettings: handle("setSatisfactionSettings", async ({ app, member, body }) => {
    const settings = await changeSatisfactionSettings(app, member, body);
    return "refused" in settings ? settings : presentSatisfactionSettings(settings);
  }),

  getSatisfaction: handle("getSatisfaction", async ({ app, member, query }) => {
    const read = await readSatisfaction(app, member, figureWishOf(member, query));
    if ("refused" in read) return read;
    return {
      ...read,
      distribution: [...read.distribution],
      days: [...read.days],
      parts: [...read.parts],
      skipped: [...read.skipped],
    };
  }),

  listSatisfactionAnswers: handle("listSatisfactionAnswers", async ({ app, member, query }) => {
    const page = await listAnswers(app, member, {
      ...figureWishOf(member, query),
      commentedOnly: query.commented === "true",
      limit: query.limit ?? USUAL_LIMIT,
      ...(query.cursor !== undefined && { after: parseTimeCursor(query.cursor) }),
    });
    if ("refused" in page) return page;
    return { items: page.items.map(presentAnswer), next: presentTimeCursor(page.next) };
  }),
};
