import { z } from "zod";
import { created, id, instant, listOf, success } from "../answers.ts";
import { type Case, kept, type Places } from "../case.ts";

const template = z.strictObject({
  name: z.string(),
  parameter_format: z.enum(["POSITIONAL", "NAMED"]),
  components: z.array(z.looseObject({ type: z.string() })),
  language: z.string(),
  status: z.string(),
  category: z.string(),
  id,
});

const group = z.strictObject({
  name: z.string(),
  description: z.string(),
  creation_time: instant,
  update_time: instant,
  whatsapp_business_account: z.strictObject({
    id,
    name: z.string(),
    currency: z.string().length(3),
    timezone_id: z.string(),
    message_template_namespace: z.string(),
  }),
  whatsapp_business_templates: listOf(template),
  id,
});

const point = z.strictObject({
  template_group_id: id,
  start: z.number(),
  end: z.number(),
  sent: z.number(),
  delivered: z.number(),
  read: z.number(),
});

/** Groups of templates, and what became of them. */
export const templateGroupCases: readonly Case[] = [
  {
    name: "create a group of templates",
    method: "POST",
    before: keepTemplate,
    path: (it) => `/v25.0/${it.waba}/template_groups`,
    body: (it) => ({
      name: "Spring 2027",
      description: "What is sold in spring.",
      whatsapp_business_templates: [Number(kept(it, "template"))],
    }),
    answer: created,
    keep: { group: "id" },
  },
  {
    name: "read a group of templates",
    method: "GET",
    path: (it) => `/v25.0/${kept(it, "group")}`,
    answer: group,
  },
  {
    name: "read the groups of an account",
    method: "GET",
    path: (it) => `/v25.0/${it.waba}/template_groups`,
    answer: listOf(group),
  },
  {
    name: "read the analytics of a group",
    method: "GET",
    before: sendTemplate,
    path: (it) =>
      `/v25.0/${it.waba}/template_group_analytics?granularity=daily&start=${kept(it, "now")}&end=${kept(it, "now")}&metric_types=sent,delivered,read&template_group_ids=[${kept(it, "group")}]`,
    answer: z.strictObject({
      data: z.tuple([
        z.strictObject({ granularity: z.literal("DAILY"), data_points: z.array(point).min(1) }),
      ]),
    }),
  },
  {
    name: "read how templates perform",
    method: "GET",
    path: (it) =>
      `/v25.0/${it.waba}/template_performance_metrics?template_id=${kept(it, "template")}`,
    answer: listOf(
      z.strictObject({
        template_id: id,
        name: z.string(),
        language: z.string(),
        sent: z.number(),
        delivered: z.number(),
        read: z.number(),
        clicked: z.array(z.never()),
      }),
    ),
  },
  {
    name: "have a message's sample judged",
    method: "POST",
    path: (it) => `/v25.0/${it.waba}/message_samples`,
    body: () => ({ type: "text", text: { body: "Your order is on its way." } }),
    answer: z.strictObject({ success: z.literal(true), category: z.literal("UTILITY") }),
  },
  {
    name: "create a template with the most that it may cost",
    method: "POST",
    path: (it) => `/v25.0/${it.waba}/message_templates`,
    body: () => ({
      name: "seasonal_plants",
      language: "en",
      category: "MARKETING",
      components: [{ type: "BODY", text: "See what grows in our beds this season." }],
      bid_spec: { bid_amount: 87_000, bid_strategy: "LOWEST_COST_WITH_BID_CAP" },
    }),
    answer: z.strictObject({ id, status: z.string(), category: z.literal("MARKETING") }),
    keep: { bidding: "id" },
  },
  {
    name: "read the most that a template may cost",
    method: "GET",
    path: (it) => `/v25.0/${kept(it, "bidding")}?fields=bid_spec`,
    answer: z.strictObject({
      bid_spec: z.strictObject({
        bid_strategy: z.literal("LOWEST_COST_WITH_BID_CAP"),
        bid_amount: z.literal(87_000),
      }),
      id,
    }),
  },
  {
    name: "change the most that a template may cost",
    method: "POST",
    before: (it) => it.desk.pass(60_000),
    path: (it) => `/v25.0/${kept(it, "bidding")}`,
    body: () => ({
      bid_spec: { bid_strategy: "LOWEST_COST_WITH_BID_CAP", bid_amount: 4000 },
    }),
    answer: success,
  },
  {
    name: "change a group of templates",
    method: "POST",
    path: (it) => `/v25.0/${kept(it, "group")}`,
    body: (it) => ({ remove_templates: [Number(kept(it, "template"))] }),
    answer: success,
  },
  {
    name: "delete a group of templates",
    method: "DELETE",
    path: (it) => `/v25.0/${kept(it, "group")}`,
    answer: success,
  },
];

async function keepTemplate(it: Places): Promise<void> {
  const [first] = (await it.desk.meta.control.templates()).data;
  it.kept.set("template", first?.id ?? "");
}

async function sendTemplate(it: Places): Promise<void> {
  await it.desk.graph("POST", `/${it.waba}?is_enabled_for_insights=true`);
  await it.desk.send({
    type: "template",
    template: { name: "hello_world", language: { code: "en_US" } },
  });
  await it.desk.pass();
  const now = Math.floor(Date.parse((await it.desk.meta.control.clock()).now) / 1000);
  it.kept.set("now", String(now));
}
