import { findSystemUser, SYSTEM_USER_ID } from "../../businesses/system-user.ts";
import { type Answer, type Call, callWaba, type GraphRoute, SUCCESS } from "../../graph/call.ts";
import { invalidParameter } from "../../graph/error.ts";
import { page } from "../../graph/paging.ts";
import { portfolioWith } from "../../limits/portfolios.ts";
import { type JsonObject, wordsAt } from "../../json.ts";
import type { Waba } from "../../store/kinds.ts";
import type { Assignment } from "../../store/kinds/businesses.ts";
import type { World } from "../../world.ts";

const EDGE = "assigned_users";
// Meta: docs/…/reference/whatsapp-business-account/assigned_users, read 2026-11.
const TASKS = [
  "MANAGE",
  "DEVELOP",
  "MANAGE_TEMPLATES",
  "MANAGE_PHONE",
  "VIEW_COST",
  "MANAGE_EXTENSIONS",
  "VIEW_PHONE_ASSETS",
  "MANAGE_PHONE_ASSETS",
  "VIEW_TEMPLATES",
  "VIEW_INSIGHTS",
  "RECEIVE_INCOMING_MESSAGES",
  "MANAGE_BILLING",
  "MANAGE_USERS",
  "MESSAGING",
  "FULL_CONTROL",
];

/** Who of a business may work with an account. */
export const assignedUsersRoutes: readonly GraphRoute[] = [
  { node: "waba", edge: EDGE, methods: ["GET"], scope: "management", handle: list },
  { node: "waba", edge: EDGE, methods: ["POST"], scope: "management", handle: assign },
  { node: "waba", edge: EDGE, methods: ["DELETE"], scope: "management", handle: remove },
];

function list(call: Call): Answer {
  const { world } = call;
  const all = assignmentsOf(world, callWaba(call));
  const body = page(call, all, (it) => present(world, callWaba(call), it));
  return { body: { ...body, summary: { total_count: all.length } } };
}

/** The demo's system user has every account from the beginning. */
function assignmentsOf(world: World, waba: Waba): readonly Assignment[] {
  const made = world.kinds.assignments.list().filter((it) => it.wabaId === waba.id);
  if (made.some((it) => it.userId === SYSTEM_USER_ID)) return made;
  return [{ wabaId: waba.id, userId: SYSTEM_USER_ID, tasks: ["FULL_CONTROL"] }, ...made];
}

function present(world: World, waba: Waba, assignment: Assignment): JsonObject {
  const { userId, tasks } = assignment;
  const business = portfolioWith(world, waba.portfolioId, waba.name);
  return {
    id: userId,
    name: findSystemUser(world, userId)?.name ?? `User ${userId}`,
    business: { id: business.id, name: business.name },
    user_type: findSystemUser(world, userId) === null ? "BUSINESS_USER" : "SYSTEM_USER",
    tasks,
  };
}

function assign(call: Call): Answer {
  const { world, params } = call;
  const waba = callWaba(call);
  const userId = userOf(call);
  const tasks = wordsAt(params.values, "tasks");
  if (tasks.length === 0) throw params.missing("tasks");
  const unknown = tasks.find((it) => !TASKS.includes(it));
  if (unknown !== undefined) {
    throw invalidParameter(`Param tasks must be of {${TASKS.join(", ")}} - got "${unknown}".`);
  }
  const key = `${waba.id}:${userId}`;
  world.kinds.assignments.put(key, { wabaId: waba.id, userId, tasks: [...tasks] });
  return SUCCESS;
}

function remove(call: Call): Answer {
  const waba = callWaba(call);
  call.world.kinds.assignments.remove(`${waba.id}:${userOf(call)}`);
  return SUCCESS;
}

function userOf(call: Call): string {
  const user = call.params.text("user");
  if (/^\d{5,20}$/.test(user)) return user;
  throw invalidParameter("Param user must be the id of a user.");
}
