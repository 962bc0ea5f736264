import { saveNumber } from "../routes/save-number.ts";
import type { JsonObject } from "../json.ts";
import type { BusinessNumber } from "../store/kinds.ts";
import type { World } from "../world.ts";
import { changeDetails, numberDetails } from "./details.ts";
import { askReviewer } from "./ask-reviewer.ts";
import { alertAboutNumber } from "./tell-about-number.ts";

export type BadgeStatus = "NOT_STARTED" | "PENDING" | "APPROVED" | "REJECTED";

/** Whether the number has the badge, also when it was given by hand. */
export function badgeStatus(world: World, number: BusinessNumber): BadgeStatus {
  if (number.officialBusinessAccount) return "APPROVED";
  const { status } = numberDetails(world, number.id).officialAccount;
  return status === "APPROVED" ? "NOT_STARTED" : status;
}

/** Hands an application for the badge to the reviewer. */
export function applyForBadge(world: World, number: BusinessNumber, application: JsonObject): void {
  changeDetails(world, number.id, { officialAccount: { status: "PENDING", application } });
  askReviewer(world, "official", number.id);
}

/** The reviewer looks at an application, if one still waits. A verified business gets its badge. */
export function reviewBadge(world: World, number: BusinessNumber): void {
  if (badgeStatus(world, number) !== "PENDING") return;
  const waba = world.kinds.wabas.find(number.wabaId);
  const known = waba?.businessVerificationStatus === "verified" && number.nameStatus === "APPROVED";
  decideBadge(world, number, known);
}

/** Gives the badge or refuses it, and says so. */
export function decideBadge(world: World, number: BusinessNumber, approved: boolean): void {
  const { application } = numberDetails(world, number.id).officialAccount;
  const status = approved ? "APPROVED" : "REJECTED";
  changeDetails(world, number.id, { officialAccount: { status, application } });
  saveNumber(world, { ...number, officialBusinessAccount: approved });
  alertAboutNumber(world, number, {
    type: approved ? "OBA_APPROVED" : "OBA_REJECTED",
    severity: "INFORMATIONAL",
    description: approved
      ? "This phone number is an Official Business Account."
      : "The application for an Official Business Account was rejected. It can be repeated after 30 days.",
  });
}
