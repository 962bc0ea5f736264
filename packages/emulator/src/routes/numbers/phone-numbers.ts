import { addNumber } from "../../businesses/add-number.ts";
import { type Answer, type Call, callWaba, type GraphRoute } from "../../graph/call.ts";
import { GraphError, invalidParameter } from "../../graph/error.ts";
import { selectFields } from "../../graph/fields.ts";
import { filtersOf, fits } from "../../graph/filtering.ts";
import { page } from "../../graph/paging.ts";
import { askReviewer } from "../../numbers/ask-reviewer.ts";
import { numbersAllowed, numbersOf, portfolioWith } from "../../limits/portfolios.ts";
import { claimPreverified } from "../../partners/preverified-numbers.ts";
import type { Waba } from "../../store/kinds.ts";
import type { World } from "../../world.ts";
import { digitsOf } from "../../world/phone.ts";
import { numberNode } from "./number-node.ts";

export const phoneNumbersRoutes: readonly GraphRoute[] = [
  { node: "waba", edge: "phone_numbers", methods: ["GET"], scope: "management", handle: list },
  { node: "waba", edge: "phone_numbers", methods: ["POST"], scope: "management", handle: add },
];

function list(call: Call): Answer {
  const { world, params } = call;
  const waba = callWaba(call);
  const filters = filtersOf(params);
  const numbers = world.kinds.numbers
    .list()
    .filter((it) => it.wabaId === waba.id && fits(numberNode(world, it), filters));
  const fields = params.optionalText("fields");
  return { body: page(call, numbers, (number) => selectFields(numberNode(world, number), fields)) };
}

function add(call: Call): Answer {
  const { world, params } = call;
  const waba = callWaba(call);
  if (params.has("preverified_id")) return claim(call, waba);
  const digits = digitsOf(`${params.text("cc")}${params.text("phone_number")}`);
  if (digits === null) throw invalidParameter("Param phone_number is not a valid phone number.");
  if (world.kinds.numbers.list().some((it) => it.waId === digits)) {
    throw invalidParameter("The phone number is already used by a WhatsApp Business Account.");
  }
  const verifiedName = params.text("verified_name");
  requireRoom(world, waba);
  const number = addNumber(world, { wabaId: waba.id, digits, verifiedName, connected: false });
  askReviewer(world, "name", number.id);
  return { body: { id: number.id } };
}

/** A number that a partner has verified already: neither digits nor a code are needed. */
function claim({ world, params }: Call, waba: Waba): Answer {
  const verifiedName = params.text("verified_name");
  requireRoom(world, waba);
  const number = claimPreverified(world, waba, params.text("preverified_id"), verifiedName);
  askReviewer(world, "name", number.id);
  return { body: { id: number.id } };
}

/** A portfolio has room for few numbers until its business is known. */
function requireRoom(world: World, waba: Waba): void {
  const portfolio = portfolioWith(world, waba.portfolioId, waba.name);
  const allowed = numbersAllowed(portfolio);
  if (numbersOf(world, portfolio.id).length < allowed) return;
  throw new GraphError({
    code: 100,
    userTitle: "Phone number limit reached",
    userMessage: `This business portfolio can't have more than ${allowed} phone numbers.`,
  });
}
