import { type Answer, type Call, callNumber, type GraphRoute } from "../../graph/call.ts";
import { invalidParameter } from "../../graph/error.ts";
import { numbersOf, portfolioOfNumber } from "../../limits/portfolios.ts";
import { lastBubble } from "../../store/bubbles.ts";
import { findPerson, type Person } from "../../store/people.ts";
import type { World } from "../../world.ts";
import { businessChat } from "../../world/identity.ts";
import { requireProduct } from "../../world/validate-message.ts";

/**
 * Takes a person out of the contact book, in which Meta keeps for a portfolio
 * whose phone numbers it knows.
 *
 * Who has exchanged a message with one of the portfolio's numbers since they
 * were last taken out is in it, unless they hide their phone number: such a
 * person is one whom the book does not have. Taking somebody out changes no
 * webhook here, as at Meta it does not within 30 days.
 *
 * The path and its parameters are as partners describe them, docs.360dialog.com,
 * contact-book, and docs.ycloud.com, business-scoped user IDs, read 2026-11.
 */
export const contactBookRoutes: readonly GraphRoute[] = [
  {
    node: "number",
    edge: "contact_book",
    methods: ["DELETE"],
    scope: "messaging",
    handle: remove,
  },
];

function remove(call: Call): Answer {
  const { world, params } = call;
  const number = callNumber(call);
  requireProduct(params);
  const bsuid = call.rest === "" ? params.text("bsuid") : call.rest;
  if (bsuid.includes(".ENT.")) {
    throw invalidParameter("Param bsuid must not be a parent business-scoped user ID.");
  }
  if (!/^[A-Z]{2}\.[A-Za-z0-9]{1,128}$/.test(bsuid)) {
    throw invalidParameter("Param bsuid must be a business-scoped user ID.");
  }
  const portfolioId = portfolioOfNumber(world, number).id;
  const person = findPerson(world.db, bsuid);
  const deleted = person !== null && isInBook(world, portfolioId, person);
  if (deleted) {
    const key = keyOf(portfolioId, bsuid);
    world.kinds.contactRemovals.put(key, { portfolioId, bsuid, at: world.clock.now() });
  }
  return { body: { messaging_product: "whatsapp", success: true, deleted } };
}

function isInBook(world: World, portfolioId: string, person: Person): boolean {
  if (person.phoneHidden) return false;
  const removedAt = world.kinds.contactRemovals.find(keyOf(portfolioId, person.bsuid))?.at ?? -1;
  return numbersOf(world, portfolioId).some((number) => {
    const last = lastBubble(world.db, person.id, businessChat(number.id));
    return last !== null && last.sentAt > removedAt;
  });
}

function keyOf(portfolioId: string, bsuid: string): string {
  return `${portfolioId}:${bsuid}`;
}
