import { GraphError } from "../graph/error.ts";
import type { MigrationIntent, Solution } from "../store/kinds/partners.ts";
import { newId, type World } from "../world.ts";

/** The intent as it is at this instant: a scheduled one is done when its time has come. */
export function currentIntent(world: World, intent: MigrationIntent): MigrationIntent {
  const { scheduledFor, status } = intent;
  if (status !== "INITIATED" && status !== "ACCEPTED") return intent;
  if (scheduledFor === null || world.clock.now() < scheduledFor) return intent;
  return { ...intent, status: "COMPLETED" };
}

/** The solution that the account belongs to: where it moved last, or where its sign-up put it. */
export function solutionOf(world: World, wabaId: string): Solution | null {
  const { kinds } = world;
  const moved = kinds.migrationIntents
    .list()
    .findLast(
      (it) => it.wabaId === wabaId && currentIntent(world, it).status === "COMPLETED",
    )?.solutionId;
  const first = kinds.wabaSolutions.find(wabaId)?.solutionId;
  const id = moved ?? first;
  return id === undefined ? null : kinds.solutions.find(id);
}

/** The intent of the account that is not settled yet. */
export function openIntent(world: World, wabaId: string): MigrationIntent | null {
  const intents = world.kinds.migrationIntents.list().filter((it) => it.wabaId === wabaId);
  const open = intents.findLast((it) => {
    const { status } = currentIntent(world, it);
    return status === "INITIATED" || status === "ACCEPTED";
  });
  return open ?? null;
}

/**
 * Wants to move the account to `solution`, at an instant or when it is confirmed.
 *
 * @throws GraphError 100 when the solution is not active, or a move is under way.
 */
export function intendMigration(
  world: World,
  wabaId: string,
  solution: Solution,
  scheduledFor: number | null,
): MigrationIntent {
  if (solution.status !== "ACTIVE") {
    throw wrongState("Migration intent cannot be set for solution in current state");
  }
  if (openIntent(world, wabaId) !== null) {
    throw wrongState("The WhatsApp Business Account already has a pending migration intent");
  }
  if (solutionOf(world, wabaId)?.id === solution.id) {
    throw wrongState("The WhatsApp Business Account already belongs to this solution");
  }
  const id = newId(world, "intent");
  const status = scheduledFor === null ? "INITIATED" : "ACCEPTED";
  const intent = { id, wabaId, solutionId: solution.id, status, scheduledFor } as const;
  return world.kinds.migrationIntents.put(id, intent);
}

/** Confirms or cancels the intent under way. @throws GraphError 100 when there is none. */
export function settleMigration(
  world: World,
  wabaId: string,
  status: "COMPLETED" | "REJECTED",
): MigrationIntent {
  const open = openIntent(world, wabaId);
  if (open === null) throw wrongState("No pending migration intent found for this account");
  return world.kinds.migrationIntents.put(open.id, { ...open, status });
}

function wrongState(title: string): GraphError {
  return new GraphError({ code: 100, title });
}
