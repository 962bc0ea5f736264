/**
 * What people see of the business behind a number.
 *
 * It lives at WhatsApp and is changed there; nothing of it is kept here.
 */
export type BusinessProfile = {
  readonly about: string;
  readonly address: string;
  readonly description: string;
  readonly email: string;
  readonly websites: readonly string[];
  readonly vertical: Vertical | null;
};

// Meta: the trades of docs/…/business-profiles, read 2026-11.
export const VERTICALS = [
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
export type Vertical = (typeof VERTICALS)[number];

/** How many characters each field holds. Meta: docs/…/business-profiles, read 2026-11. */
export const PROFILE_LENGTHS = {
  about: 139,
  address: 256,
  description: 512,
  email: 128,
  website: 256,
} as const;
export const MOST_WEBSITES = 2;

/** How many words a link types for whoever opens it. Meta: docs/…/qr-codes, read 2026-11. */
export const PREFILLED_LENGTH = 140;

export type ProfileProblem = {
  readonly field: keyof BusinessProfile;
  readonly problem: "empty" | "too-long" | "too-many" | "no-web-address" | "no-email";
};

/** What WhatsApp would not take, so that it is told before WhatsApp is asked. */
export function profileProblems(change: Partial<BusinessProfile>): ProfileProblem[] {
  const problems: ProfileProblem[] = [];
  // Meta refuses an empty text here, and here alone.
  if (change.about?.trim() === "") problems.push({ field: "about", problem: "empty" });
  for (const field of ["about", "address", "description", "email"] as const) {
    if ((change[field]?.length ?? 0) > PROFILE_LENGTHS[field])
      problems.push({ field, problem: "too-long" });
  }
  if (change.email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(change.email))
    problems.push({ field: "email", problem: "no-email" });
  return [...problems, ...websiteProblems(change.websites ?? [])];
}

function websiteProblems(websites: readonly string[]): ProfileProblem[] {
  const field = "websites";
  if (websites.length > MOST_WEBSITES) return [{ field, problem: "too-many" }];
  if (websites.some((it) => it.length > PROFILE_LENGTHS.website))
    return [{ field, problem: "too-long" }];
  const isWeb = (it: string) => /^https?:\/\/[^\s/]+\.[^\s/]+/iu.test(it);
  return websites.every(isWeb) ? [] : [{ field, problem: "no-web-address" }];
}

/** The link that opens a chat with a number, with words already typed. Needs nothing of Meta's. */
export function chatLink(displayPhone: string, words: string): string {
  const text = words.trim() === "" ? "" : `?text=${encodeURIComponent(words)}`;
  return `https://wa.me/${displayPhone.replace(/\D/gu, "")}${text}`;
}
