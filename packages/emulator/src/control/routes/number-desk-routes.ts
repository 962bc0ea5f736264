import { z } from "zod";
import { changeDetails, numberDetails } from "../../numbers/details.ts";
import { decideName, nameUnderReview } from "../../numbers/display-name.ts";
import { NAME_REJECTIONS } from "../../numbers/name-rules.ts";
import { badgeStatus, decideBadge } from "../../numbers/official-account.ts";
import { removeNumber } from "../../numbers/remove-number.ts";
import type { BusinessNumber } from "../../store/kinds.ts";
import type { NumberDeskJson } from "../../wire/number-desk.ts";
import type { World } from "../../world.ts";
import type { ControlRoute } from "../route.ts";
import { loadNumber } from "./load.ts";

const nameDecision = z.discriminatedUnion("decision", [
  z.strictObject({ decision: z.literal("approve") }),
  z.strictObject({ decision: z.literal("defer") }),
  z.strictObject({
    decision: z.literal("reject"),
    reason: z.enum(NAME_REJECTIONS).default("UNKNOWN"),
  }),
]);

const badgeDecision = z.strictObject({ decision: z.enum(["approve", "reject"]) });

const line = z.strictObject({ line: z.enum(["mobile", "landline"]) });

/** The reviewer's desk for numbers, and the telephone company. */
export const numberDeskRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/numbers/{number}/desk",
    summary: "What waits for a decision about a number, and the code it was sent",
    answer: "NumberDeskJson",
    handle: (call) => presentDesk(call.world, loadNumber(call)),
  },
  {
    method: "PATCH",
    path: "/numbers/{number}/line",
    summary: "Says whether the number is a mobile or a landline",
    body: line,
    answer: "NumberDeskJson",
    handle: (call) => {
      const number = loadNumber(call);
      changeDetails(call.world, number.id, line.parse(call.body));
      return presentDesk(call.world, number);
    },
  },
  {
    method: "POST",
    path: "/numbers/{number}/name-decision",
    summary: "Decides about a number's display name by hand",
    body: nameDecision,
    answer: "NumberDeskJson",
    handle: (call) => {
      decideName(call.world, loadNumber(call), nameDecision.parse(call.body));
      return presentDesk(call.world, loadNumber(call));
    },
  },
  {
    method: "POST",
    path: "/numbers/{number}/badge-decision",
    summary: "Gives a number the badge of an Official Business Account, or refuses it",
    body: badgeDecision,
    answer: "NumberDeskJson",
    handle: (call) => {
      const { decision } = badgeDecision.parse(call.body);
      decideBadge(call.world, loadNumber(call), decision === "approve");
      return presentDesk(call.world, loadNumber(call));
    },
  },
  {
    method: "DELETE",
    path: "/numbers/{number}",
    summary: "Deletes a number, as WhatsApp Manager does",
    answer: "OkJson",
    handle: (call) => {
      removeNumber(call.world, loadNumber(call));
      return { ok: true };
    },
  },
];

function presentDesk(world: World, number: BusinessNumber): NumberDeskJson {
  const details = numberDetails(world, number.id);
  return {
    id: number.id,
    verifiedName: number.verifiedName,
    nameUnderReview: nameUnderReview(world, number),
    badge: badgeStatus(world, number),
    badgeApplication: details.officialAccount.application,
    username: details.username,
    line: details.line,
    verificationCode: number.verificationCode,
    codeMethod: details.codeMethod,
  };
}
