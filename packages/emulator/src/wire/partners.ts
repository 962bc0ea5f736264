/** A number that a partner verifies for its clients, as the control API shows it. */
export type PreverifiedNumberJson = {
  readonly id: string;
  readonly portfolioId: string;
  /** International form. */
  readonly phone: string;
  readonly verification: "VERIFIED" | "NOT_VERIFIED" | "EXPIRED";
  /** The code that went to the phone; nothing when none is on its way. */
  readonly code: string | null;
};
