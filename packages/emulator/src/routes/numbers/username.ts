import { type Answer, type Call, callNumber, type GraphRoute, SUCCESS } from "../../graph/call.ts";
import { GraphError, invalidParameter } from "../../graph/error.ts";
import { compact } from "../../json.ts";
import { changeDetails, numberDetails } from "../../numbers/details.ts";
import { tellAboutNumber } from "../../numbers/tell-about-number.ts";
import { usernameProblem, usernamesFrom } from "../../numbers/username-rules.ts";
import type { BusinessNumber } from "../../store/kinds.ts";
import { findPersonByUsername } from "../../store/people.ts";
import type { World } from "../../world.ts";

const EDGE = "username";
const TRANSFERS = ["none", "force_transfer"] as const;

/** Meta: docs/…/business-scoped-user-ids, "Business usernames", read 2026-11. */
export const usernameRoutes: readonly GraphRoute[] = [
  { node: "number", edge: EDGE, methods: ["GET"], scope: "management", handle: read },
  { node: "number", edge: EDGE, methods: ["POST"], scope: "management", handle: claim },
  { node: "number", edge: EDGE, methods: ["DELETE"], scope: "management", handle: remove },
  {
    node: "number",
    edge: "username_suggestions",
    methods: ["GET"],
    scope: "management",
    handle: suggest,
  },
];

function read(call: Call): Answer {
  const { username } = numberDetails(call.world, callNumber(call).id);
  return { body: compact({ username: username?.name, status: username?.status }) };
}

/** A number that is connected gets its username at once; for another one it is kept. */
function claim(call: Call): Answer {
  const { world, params } = call;
  const number = callNumber(call);
  const name = params.text("username");
  const problem = usernameProblem(name);
  if (problem !== null) throw invalidParameter(`Param username ${problem}.`);
  requireEligible(number);
  const holder = holderOf(world, name);
  if (holder !== null && holder !== number.id) {
    const transfer = params.oneOf("transfer_action", TRANSFERS, "none");
    const ours = world.kinds.numbers.find(holder)?.wabaId === number.wabaId;
    if (transfer === "none" || !ours) throw unavailable(name);
    changeDetails(world, holder, { username: null });
  }
  const status = number.status === "CONNECTED" ? "approved" : "reserved";
  changeDetails(world, number.id, { username: { name, status } });
  tellAboutNumber(world, number, "business_username_update", { username: name, status });
  return { body: { status } };
}

function remove(call: Call): Answer {
  const { world } = call;
  const number = callNumber(call);
  const { username } = numberDetails(world, number.id);
  if (username === null) throw invalidParameter("The phone number has no username.");
  changeDetails(world, number.id, { username: null });
  tellAboutNumber(world, number, "business_username_update", {
    username: username.name,
    status: "deleted",
  });
  return SUCCESS;
}

function suggest(call: Call): Answer {
  const { world } = call;
  const number = callNumber(call);
  const free = usernamesFrom(number.verifiedName).filter((it) => {
    const holder = holderOf(world, it);
    return holder === null || holder === number.id;
  });
  return { body: { data: free.length === 0 ? [] : [{ username_suggestions: free }] } };
}

/** The number or person that has the username. */
function holderOf(world: World, name: string): string | null {
  const number = world.kinds.numberDetails.list().find((it) => it.username?.name === name);
  return number?.phoneNumberId ?? findPersonByUsername(world.db, name)?.id ?? null;
}

function requireEligible(number: BusinessNumber): void {
  if (number.nameStatus !== "DECLINED" && number.status !== "BANNED") return;
  throw new GraphError({
    code: 147002,
    details: "The phone number is not eligible for a username. See its display name and status.",
  });
}

function unavailable(name: string): GraphError {
  return new GraphError({ code: 147001, details: `The username ${name} is not available.` });
}
