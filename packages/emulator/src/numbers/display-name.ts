import { saveNumber } from "../routes/save-number.ts";
import type { BusinessNumber } from "../store/kinds.ts";
import type { World } from "../world.ts";
import { changeDetails, numberDetails } from "./details.ts";
import { nameProblem, type NameRejection } from "./name-rules.ts";
import { askReviewer } from "./ask-reviewer.ts";
import { tellAboutNumber } from "./tell-about-number.ts";

/** What a reviewer can say of a display name. */
export type NameDecision =
  | { readonly decision: "approve" }
  | { readonly decision: "defer" }
  | { readonly decision: "reject"; readonly reason: NameRejection };

/** Asks for another display name. The current one stays until the new one is approved. */
export function requestName(world: World, number: BusinessNumber, name: string): void {
  changeDetails(world, number.id, { newName: name, newNameStatus: "PENDING_REVIEW" });
  askReviewer(world, "name", number.id);
}

/** The reviewer looks at the name, if one still waits. */
export function reviewName(world: World, number: BusinessNumber): void {
  const name = nameUnderReview(world, number);
  if (name === null) return;
  const reason = nameProblem(name);
  decideName(
    world,
    number,
    reason === null ? { decision: "approve" } : { decision: "reject", reason },
  );
}

/** The name that a reviewer has to decide about: the one asked for, else the first one. */
export function nameUnderReview(world: World, number: BusinessNumber): string | null {
  const { newName, newNameStatus } = numberDetails(world, number.id);
  if (newNameStatus === "PENDING_REVIEW") return newName;
  return number.nameStatus === "PENDING_REVIEW" ? number.verifiedName : null;
}

/** Carries out a decision about the name under review, or about the current one, and says so. */
export function decideName(world: World, number: BusinessNumber, made: NameDecision): void {
  const { newName, newNameStatus } = numberDetails(world, number.id);
  const changing = newNameStatus === "PENDING_REVIEW" && newName !== null;
  const name = changing ? newName : number.verifiedName;
  if (made.decision === "approve") {
    saveNumber(world, { ...number, verifiedName: name, nameStatus: "APPROVED" });
    if (changing) changeDetails(world, number.id, { newName: null, newNameStatus: "NONE" });
  }
  if (made.decision === "reject") {
    if (changing) changeDetails(world, number.id, { newNameStatus: "DECLINED" });
    else saveNumber(world, { ...number, nameStatus: "DECLINED" });
  }
  tellAboutNumber(world, number, "phone_number_name_update", {
    decision: { approve: "APPROVED", defer: "DEFERRED", reject: "REJECTED" }[made.decision],
    requested_verified_name: name,
    rejection_reason: made.decision === "reject" ? made.reason : null,
  });
}
