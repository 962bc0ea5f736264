import { GraphError } from "../graph/error.ts";
import type { Solution } from "../store/kinds/partners.ts";
import { tellAccount } from "../webhooks/tell.ts";
import { newId, type World } from "../world.ts";

/**
 * A Multi-Partner Solution: two apps that share the work for the same clients.
 *
 * - INITIATED: the owner has asked the partner.
 * - ACTIVE: the partner has accepted. Either side may ask to end it, and the
 *   other one accepts or refuses that; until then the solution stays active.
 * - REJECTED: the partner has refused. This is an end.
 * - DEACTIVATED: both wanted its end. This is an end.
 *
 * The emulator has one app, whose token stands for either side.
 * Meta: OpenAPI v23.0, and docs/…/webhooks/reference/partner_solutions, read 2026-11.
 */
export function createSolution(
  world: World,
  given: Pick<Solution, "name" | "ownerAppId" | "partnerAppId" | "ownerPermissions">,
): Solution {
  const id = newId(world, "solution");
  return save(world, "SOLUTION_CREATED", {
    id,
    ...given,
    status: "INITIATED",
    pending: "PENDING_ACTIVATION",
  });
}

/** The partner accepts. */
export function acceptSolution(world: World, solution: Solution): Solution {
  requireInitiated(solution, "accepted");
  return save(world, "SOLUTION_UPDATED", { ...solution, status: "ACTIVE", pending: "NONE" });
}

/** The partner refuses. */
export function rejectSolution(world: World, solution: Solution): Solution {
  if (solution.status !== "INITIATED") throw noRequest();
  return save(world, "SOLUTION_UPDATED", { ...solution, status: "REJECTED", pending: "NONE" });
}

/** One side asks to end it. */
export function askDeactivation(world: World, solution: Solution): Solution {
  if (solution.status !== "ACTIVE" && solution.status !== "INITIATED") {
    throw new GraphError({
      code: 100,
      title: `Solution is not in a state that allows deactivation. Current status: ${solution.status}`,
    });
  }
  return save(world, "SOLUTION_UPDATED", { ...solution, pending: "PENDING_DEACTIVATION" });
}

/** The other side agrees. */
export function acceptDeactivation(world: World, solution: Solution): Solution {
  if (solution.pending !== "PENDING_DEACTIVATION") {
    throw new GraphError({
      code: 100,
      subcode: 2207013,
      message: "Solution is not in a valid state to accept deactivation requests",
      userTitle: "Request Cannot Be Processed",
      userMessage:
        "The solution must be in ACTIVE status with a pending deactivation request to accept deactivation.",
    });
  }
  return save(world, "SOLUTION_UPDATED", { ...solution, status: "DEACTIVATED", pending: "NONE" });
}

/** The other side does not agree: it goes on as before. */
export function rejectDeactivation(world: World, solution: Solution): Solution {
  if (solution.pending !== "PENDING_DEACTIVATION") throw noRequest();
  const pending = solution.status === "INITIATED" ? "PENDING_ACTIVATION" : "NONE";
  return save(world, "SOLUTION_UPDATED", { ...solution, pending });
}

function save(world: World, event: string, solution: Solution): Solution {
  return world.db.write(() => {
    const saved = world.kinds.solutions.put(solution.id, solution);
    tell(world, event, saved);
    return saved;
  });
}

/** The app's own business hears of it; whoever asks to end it sees that in the status. */
function tell(world: World, event: string, { id, status, pending }: Solution): void {
  const waba = world.kinds.wabas.list()[0];
  if (waba === undefined) return;
  tellAccount(world, waba.id, "partner_solutions", {
    event,
    solution_id: id,
    solution_status: pending === "PENDING_DEACTIVATION" ? pending : status,
  });
}

function requireInitiated({ status }: Solution, done: string): void {
  if (status === "INITIATED") return;
  throw new GraphError({
    code: 100,
    subcode: 2207051,
    message: `Solution cannot be ${done}: solution is not in INITIATED status`,
  });
}

function noRequest(): GraphError {
  return new GraphError({
    code: 100,
    title: "No pending request of the specified type found for this solution",
  });
}
