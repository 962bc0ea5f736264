import type { FigurePart } from "@galka/contract/json/statistics";
import { isCountable } from "@galka/core/figures/period";
import type { Member } from "@galka/core/workspaces/member";
import type { FigureWish } from "../../operations/figures/read-statistics.ts";
import { RefusedRequest } from "../refusals.ts";

type Query = {
  readonly from: string;
  readonly to: string;
  readonly part?: Exclude<FigurePart, "workspace">;
  readonly partId?: string;
};

/** Which part over which days is asked for; a period that cannot be counted is refused. */
export function figureWishOf(member: Member, { from, to, part, partId }: Query): FigureWish {
  if (!isCountable({ from, to }))
    throw invalid("to", "must not be before from, nor 400 days after it");
  if ((part === undefined) !== (partId === undefined)) {
    throw invalid("partId", "goes together with part");
  }
  const scope =
    part === undefined || partId === undefined
      ? ({ part: "workspace", partId: member.workspaceId } as const)
      : { part, partId };
  return { scope, period: { from, to } };
}

function invalid(field: string, problem: string): RefusedRequest {
  return new RefusedRequest("invalid-request", { problems: [{ field, problem }] });
}
