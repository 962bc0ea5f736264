/** The control API's words about the life of a phone number: what a reviewer and an owner see of it. */

/** A number as its reviewer and its owner see it. */
export type NumberDeskJson = {
  readonly id: string;
  readonly verifiedName: string;
  /** The display name that waits for a decision; `null` when none does. */
  readonly nameUnderReview: string | null;
  readonly badge: "NOT_STARTED" | "PENDING" | "APPROVED" | "REJECTED";
  /** What the business wrote when it applied for the badge. */
  readonly badgeApplication: Readonly<Record<string, unknown>>;
  readonly username: { readonly name: string; readonly status: "approved" | "reserved" } | null;
  /** A landline gets its verification code only by voice. */
  readonly line: "mobile" | "landline";
  /** The code that was sent, and how. */
  readonly verificationCode: string | null;
  readonly codeMethod: "SMS" | "VOICE" | null;
};

/** What a reviewer can say of a display name. */
export type NameDecision =
  | { readonly decision: "approve" }
  | { readonly decision: "defer" }
  | { readonly decision: "reject"; readonly reason?: NameRejection };

/** Meta's reasons to reject a display name. */
export type NameRejection =
  | "NAME_EMPLOYEE_ISSUE"
  | "NAME_ENDCLIENT_NOTRELATED"
  | "NAME_FORMAT_UNACCEPTABLE"
  | "NAME_INDIVIDUAL_ISSUE"
  | "NAME_NOT_CONSISTENT"
  | "UNKNOWN";

/** What a reviewer can say of an application for the badge. */
export type BadgeDecision = { readonly decision: "approve" | "reject" };

/** What the telephone company knows of a number. */
export type LinePatch = { readonly line: "mobile" | "landline" };
