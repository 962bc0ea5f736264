import { type Answer, type Call, callWaba, type GraphRoute } from "../../graph/call.ts";
import { invalidParameter, unknownObject } from "../../graph/error.ts";
import { selectFields } from "../../graph/fields.ts";
import { currentIntent, intendMigration, settleMigration } from "../../partners/migration.ts";
import type { MigrationIntent, Solution } from "../../store/kinds/partners.ts";
import type { World } from "../../world.ts";

const WISHES = [
  "INITIATE_MIGRATION",
  "SCHEDULE_MIGRATION",
  "CONFIRM_MIGRATION",
  "CANCEL_MIGRATION",
] as const;

/**
 * An account's move to another solution.
 *
 * At Meta the business confirms it in its settings, and gets another account;
 * here CONFIRM_MIGRATION does, and the account stays itself.
 * Meta: OpenAPI v23.0, `set_solution_migration_intent`, read 2026-11.
 */
export const migrationRoutes: readonly GraphRoute[] = [
  {
    node: "waba",
    edge: "set_solution_migration_intent",
    methods: ["POST"],
    scope: "management",
    handle: set,
  },
  { node: "migration-intent", edge: "", methods: ["GET"], scope: "management", handle: read },
];

function set(call: Call): Answer {
  const { world, params } = call;
  const waba = callWaba(call);
  const wish = params.oneOf("migration_intent", WISHES, "INITIATE_MIGRATION");
  params.optionalText("migration_reason", { max: 500 });
  if (wish === "CONFIRM_MIGRATION") {
    return answer(world, settleMigration(world, waba.id, "COMPLETED"), "APPROVED");
  }
  if (wish === "CANCEL_MIGRATION") {
    return answer(world, settleMigration(world, waba.id, "REJECTED"), "REJECTED");
  }
  const target = wantedSolution(
    call,
    params.has("target_solution_id") ? "target_solution_id" : "solution_id",
  );
  const at = wish === "SCHEDULE_MIGRATION" ? instantAt(call, "scheduled_migration_time") : null;
  const intent = intendMigration(world, waba.id, target, at);
  return answer(world, intent, at === null ? "PENDING" : "SCHEDULED");
}

/** @throws GraphError 100 when the parameter names no solution. */
export function wantedSolution(call: Call, key: string): Solution {
  const id = call.params.text(key);
  if (!/^\d+$/.test(id)) {
    throw invalidParameter(`Invalid parameter: ${key} must be a valid numeric string`);
  }
  const solution = call.world.kinds.solutions.find(id);
  if (solution === null) throw invalidParameter("WhatsApp Business Account or Solution not found");
  return solution;
}

/** @throws GraphError 100 when it is not an instant that is still to come. */
export function instantAt(call: Call, key: string): number {
  const at = Date.parse(call.params.text(key));
  if (at > call.world.clock.now()) return at;
  throw invalidParameter(`Param ${key} must be a time in the future in ISO 8601 format.`);
}

function answer(world: World, intent: MigrationIntent, status: string): Answer {
  const done = new Date(intent.scheduledFor ?? world.clock.now());
  return {
    body: {
      success: true,
      migration_intent_id: intent.id,
      status,
      estimated_completion_time: done.toISOString(),
    },
  };
}

function read(call: Call): Answer {
  const intent = call.world.kinds.migrationIntents.find(call.id);
  if (intent === null) throw unknownObject(call.method, call.id);
  const { id, status } = currentIntent(call.world, intent);
  const node = {
    type: "WhatsAppBusinessMigrationIntent",
    usual: ["id", "status"],
    fields: { id: () => id, status: () => status },
  };
  return { body: selectFields(node, call.params.optionalText("fields")) };
}
