import { z } from "zod";
import {
  satisfactionAnswerJson,
  satisfactionJson,
  satisfactionSettingsJson,
} from "../json/satisfaction/satisfaction.ts";
import { type Route, id, limit } from "../route.ts";

/** Which answers are meant. */
export const satisfactionQuery = z.object({
  /** Days on which conversations were closed, both included. At most 400 at once. */
  from: z.iso.date(),
  to: z.iso.date(),
  /** Left out for the whole workspace. */
  part: z.enum(["channel", "member", "team", "label"]).exactOptional(),
  partId: id.exactOptional(),
});

export const SATISFACTION_ROUTES = {
  getSatisfactionSettings: {
    method: "GET",
    path: "/api/v1/settings/satisfaction",
    summary: "Whether, when and how contacts are asked how they were served",
    answer: satisfactionSettingsJson,
  },
  setSatisfactionSettings: {
    method: "PUT",
    path: "/api/v1/settings/satisfaction",
    summary: "Change whether, when and how contacts are asked how they were served",
    body: satisfactionSettingsJson,
    answer: satisfactionSettingsJson,
  },
  getSatisfaction: {
    method: "GET",
    path: "/api/v1/satisfaction",
    summary: "What contacts said of how they were served: in all, by day, and by part",
    query: satisfactionQuery,
    answer: satisfactionJson,
  },
  listSatisfactionAnswers: {
    method: "GET",
    path: "/api/v1/satisfaction/answers",
    summary: "What contacts answered, and the comments they wrote, the latest answer first",
    query: satisfactionQuery.extend({
      /** Only answers with a comment. */
      commented: z.literal("true").exactOptional(),
      cursor: z.string().exactOptional(),
      limit,
    }),
    answer: z.object({ items: z.array(satisfactionAnswerJson), next: z.string().nullable() }),
  },
} as const satisfies Record<string, Route>;
