/** How far an account is with Marketing Messages. */
export type MarketingAccountJson = {
  readonly wabaId: string;
  readonly status: "INELIGIBLE" | "ELIGIBLE" | "ONBOARDED";
};
