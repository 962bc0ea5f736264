import { z } from "zod";
import { id } from "../answers.ts";
import type { Case, Places } from "../case.ts";

const point = z.strictObject({
  start: z.number(),
  end: z.number(),
  sent: z.number(),
  delivered: z.number(),
});

/** What an account's messages add up to. */
export const analyticsCases: readonly Case[] = [
  {
    name: "read the analytics of a day",
    method: "GET",
    before: sendOne,
    path: (it) =>
      `/v23.0/${it.waba}?fields=analytics.start(${it.kept.get("start")}).end(${it.kept.get("end")}).granularity(DAY).phone_numbers([]).country_codes(["US", "BR"])`,
    answer: z.strictObject({
      analytics: z.strictObject({
        phone_numbers: z.array(z.string()).min(1),
        country_codes: z.array(z.string()).min(1),
        granularity: z.literal("DAY"),
        data_points: z.array(point).min(1),
      }),
      id,
    }),
  },
];

/** A message, and the day around it. */
async function sendOne(it: Places): Promise<void> {
  const now = Math.floor(Date.parse((await it.desk.meta.control.clock()).now) / 1000);
  it.kept.set("start", String(now - 24 * 60 * 60));
  it.kept.set("end", String(now + 24 * 60 * 60));
  await it.desk.send({ text: { body: "hi" } });
  await it.desk.pass();
}
