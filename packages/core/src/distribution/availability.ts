/** What a member says of themselves. */
export type Availability = "online" | "away";

/** What holds: nobody is online off their shift, or without a browser that is open. */
export type Presence = "online" | "away" | "off-shift" | "gone";

/** Without a sign of a member for so long, they are taken to be gone. */
export const GONE_AFTER_MS = 3 * 60_000;

export type WhereAbouts = {
  readonly availability: Availability;
  readonly isOnShift: boolean;
  /** When one of their browsers was last connected; null: never. */
  readonly seenAt: Date | null;
};

/** Whether a member can be given conversations, and if not, why. */
export function presenceAt(now: Date, { availability, isOnShift, seenAt }: WhereAbouts): Presence {
  if (!isOnShift) return "off-shift";
  if (availability === "away") return "away";
  const isSeen = seenAt !== null && now.getTime() - seenAt.getTime() < GONE_AFTER_MS;
  return isSeen ? "online" : "gone";
}
