/** Meta's kinds of business that a profile may name. Meta: WhatsApp Business Profile, `vertical`, read 2026-11. */
const VERTICALS = [
  "ALCOHOL",
  "APPAREL",
  "AUTO",
  "BEAUTY",
  "EDU",
  "ENTERTAIN",
  "EVENT_PLAN",
  "FINANCE",
  "GOVT",
  "GROCERY",
  "HEALTH",
  "HOTEL",
  "NONPROFIT",
  "ONLINE_GAMBLING",
  "OTC_DRUGS",
  "OTHER",
  "PHYSICAL_GAMBLING",
  "PROF_SERVICES",
  "RESTAURANT",
  "RETAIL",
  "TRAVEL",
] as const;

/** Where the category's name is in the catalogue; null when the business has not said. */
export function categoryKey(vertical: string): `category.${(typeof VERTICALS)[number]}` | null {
  const known = VERTICALS.find((it) => it === vertical);
  return known === undefined ? null : `category.${known}`;
}
