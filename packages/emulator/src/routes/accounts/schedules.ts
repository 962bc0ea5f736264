import { type Answer, type Call, callWaba, type GraphRoute } from "../../graph/call.ts";
import { page } from "../../graph/paging.ts";
import { compact, type JsonObject, wordsAt } from "../../json.ts";
import type { Schedule } from "../../store/kinds/businesses.ts";
import { newId } from "../../world.ts";

const EDGE = "schedules";
const TYPES = [
  "BUSINESS_HOURS",
  "AUTOMATED_RESPONSE",
  "MESSAGE_CAMPAIGN",
  "MAINTENANCE_WINDOW",
  "CUSTOM",
] as const;

/** Schedules of an account, which Meta keeps for the business. Meta: OpenAPI v23.0, read 2026-11. */
export const schedulesRoutes: readonly GraphRoute[] = [
  { node: "waba", edge: EDGE, methods: ["GET"], scope: "management", handle: list },
  { node: "waba", edge: EDGE, methods: ["POST"], scope: "management", handle: create },
];

function list(call: Call): Answer {
  const waba = callWaba(call);
  const all = call.world.kinds.schedules.list().filter((it) => it.wabaId === waba.id);
  return { body: page(call, all, present) };
}

function create(call: Call): Answer {
  const { world, params } = call;
  const waba = callWaba(call);
  const days = wordsAt(params.values, "days_of_week");
  const id = newId(world, "schedule");
  world.kinds.schedules.put(id, {
    id,
    wabaId: waba.id,
    createdAt: world.clock.now(),
    body: compact({
      name: params.text("name", { max: 100 }),
      schedule_type: params.oneOf("schedule_type", TYPES),
      start_time: params.text("start_time"),
      end_time: params.text("end_time"),
      timezone: params.optionalText("timezone") ?? "UTC",
      days_of_week: days.length === 0 ? undefined : days,
      is_active: params.optionalFlag("is_active") ?? true,
      recurrence_pattern: params.optionalObject("recurrence_pattern")?.values,
    }),
  });
  return { body: { id } };
}

function present(schedule: Schedule): JsonObject {
  const created = new Date(schedule.createdAt).toISOString();
  return {
    id: schedule.id,
    ...schedule.body,
    status: schedule.body["is_active"] === true ? "ACTIVE" : "INACTIVE",
    created_time: created,
    updated_time: created,
  };
}
