import { type Answer, type Call, callNumber, type GraphRoute, SUCCESS } from "../../graph/call.ts";
import { GraphError, invalidParameter } from "../../graph/error.ts";
import { compact, type JsonObject, wordsAt } from "../../json.ts";
import { applyForBadge, badgeStatus } from "../../numbers/official-account.ts";

const EDGE = "official_business_account";
const LINKS_MIN = 5;
const LINKS_MAX = 10;

/**
 * The application for the badge of an Official Business Account.
 * Meta: docs/…/official-business-accounts, read 2026-11.
 */
export const officialAccountRoutes: readonly GraphRoute[] = [
  { node: "number", edge: EDGE, methods: ["GET"], scope: "management", handle: read },
  { node: "number", edge: EDGE, methods: ["POST"], scope: "management", handle: apply },
];

const WORDS = {
  NOT_STARTED: "No application has been made.",
  PENDING: "The application is being reviewed.",
  APPROVED: "The phone number is an Official Business Account.",
  REJECTED: "The application was rejected.",
} as const;

function read(call: Call): Answer {
  const number = callNumber(call);
  const status = badgeStatus(call.world, number);
  return { body: { oba_status: status, status_message: WORDS[status], id: number.id } };
}

function apply(call: Call): Answer {
  const number = callNumber(call);
  const status = badgeStatus(call.world, number);
  if (status === "PENDING" || status === "APPROVED") {
    throw new GraphError({ code: 100, title: `The application can't be made: ${WORDS[status]}` });
  }
  applyForBadge(call.world, number, applicationOf(call));
  return SUCCESS;
}

function applicationOf(call: Call): JsonObject {
  const { params } = call;
  const links = wordsAt(params.values, "supporting_links");
  if (params.has("supporting_links") && (links.length < LINKS_MIN || links.length > LINKS_MAX)) {
    throw invalidParameter(
      `Param supporting_links must have ${LINKS_MIN} to ${LINKS_MAX} links - got ${links.length}.`,
    );
  }
  const wrong = [params.text("business_website_url"), ...links].find((it) => !URL.canParse(it));
  if (wrong !== undefined) throw invalidParameter(`"${wrong}" is not a web address.`);
  return compact({
    business_website_url: params.text("business_website_url"),
    primary_country_of_operation: params.text("primary_country_of_operation"),
    primary_language: params.optionalText("primary_language"),
    parent_business_or_brand: params.optionalText("parent_business_or_brand"),
    supporting_links: links.length === 0 ? undefined : links,
    additional_supporting_information: params.optionalText("additional_supporting_information"),
  });
}
