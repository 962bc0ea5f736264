import { GraphError } from "../graph/error.ts";
import type { Params } from "../graph/params.ts";
import type { BusinessNumber, Template } from "../store/kinds.ts";
import { checkMultiplier, termsNotSigned } from "./rules/read-bid.ts";
import type { World } from "../world.ts";

/** Which edge a message was sent through. */
export type SendEdge = "messages" | "marketing_messages";

/**
 * The category that the bill and the statuses give a send: what goes through
 * the marketing edge has one of its own, unless it fell back to plain sending.
 */
export function sendCategory(
  world: World,
  number: BusinessNumber,
  template: Template | null,
  edge: SendEdge,
): string {
  if (template === null) return "service";
  const lite = edge === "marketing_messages" && isOnboarded(world, number.wabaId);
  return lite ? "marketing_lite" : template.category.toLowerCase();
}

/** Whether the account has accepted the terms of Marketing Messages. */
export function isOnboarded(world: World, wabaId: string): boolean {
  return (world.kinds.marketingAccounts.find(wabaId)?.status ?? "ONBOARDED") === "ONBOARDED";
}

/**
 * A template with a price limit is sent through the marketing edge only.
 *
 * @throws GraphError 131061
 */
export function requireMarketingEdge(template: Template, edge: SendEdge): void {
  if (edge !== "messages" || template.bidSpec === null) return;
  throw new GraphError({
    code: 131061,
    details: "Templates with a maximum price must be sent with the marketing_messages endpoint.",
  });
}

/**
 * Checks what only the marketing edge asks for, before the message is looked at as any other.
 *
 * Meta: docs/…/marketing-messages/send-marketing-messages and error-codes, read
 * 2026-11, name the codes; which situation causes 134102 and 134103 is not
 * published, so a template that cannot be sent in its status gives the first and
 * an account without the terms the second.
 *
 * @throws GraphError 100, 131055, 134100, 134101, 134102 or 134103.
 */
export function checkMarketing(
  world: World,
  number: BusinessNumber,
  body: Params,
  template: Template | null,
): void {
  const policy = body.oneOf(
    "product_policy",
    ["CLOUD_API_FALLBACK", "STRICT"],
    "CLOUD_API_FALLBACK",
  );
  body.oneOf("message_activity_sharing", ["true", "false"], "false");
  if (body.optionalText("type")?.toLowerCase() !== "template") {
    throw new GraphError({
      code: 131055,
      details: "Only marketing templates can be sent with this endpoint.",
    });
  }
  if (template === null) return;
  checkMultiplier(body);
  if (template.bidSpec !== null && !isOnboarded(world, number.wabaId)) throw termsNotSigned();
  if (template.category !== "MARKETING") {
    throw new GraphError({
      code: 134100,
      details: `template name (${template.name}) is of category ${template.category}: only MARKETING is supported`,
    });
  }
  if (!["APPROVED", "PAUSED", "DISABLED"].includes(template.status)) {
    throw new GraphError({
      code: 134102,
      details: `template name (${template.name}) is not available: its status is ${template.status}`,
    });
  }
  const since = world.clock.now() - (template.approvedAt ?? 0);
  if (template.approvedAt !== null && since < world.settings().templateSyncMs) {
    throw new GraphError({
      code: 134101,
      details: `template name (${template.name}) is still being synced. Try again in 10 minutes.`,
    });
  }
  if (policy === "STRICT" && !isOnboarded(world, number.wabaId)) {
    throw new GraphError({
      code: 134103,
      details: "The account has not accepted the terms of the Marketing Messages API.",
    });
  }
}
