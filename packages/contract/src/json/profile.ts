import { z } from "zod";

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

/** What can be written to the profile; empty texts take a field away, except `about`. */
export const profileJson = z.object({
  about: z.string(),
  address: z.string(),
  description: z.string(),
  email: z.string(),
  websites: z.array(z.string()),
  vertical: z.enum(VERTICALS).nullable(),
});
export type ProfileJson = z.infer<typeof profileJson>;

/** Which fields to write; the others stay. */
export const profileChangeJson = z.object({
  about: z.string().exactOptional(),
  address: z.string().exactOptional(),
  description: z.string().exactOptional(),
  email: z.string().exactOptional(),
  websites: z.array(z.string()).exactOptional(),
  vertical: z.enum(VERTICALS).exactOptional(),
});

/** The profile as people see it, and what Meta says of the number. */
export const shownProfileJson = z.object({
  profile: profileJson,
  /** Served from here, drawn anew; null when there is no picture. */
  pictureUrl: z.string().nullable(),
  standing: z.object({
    verifiedName: z.string(),
    nameStatus: z.enum(["approved", "pending", "declined", "other"]),
    kind: z.enum(["business", "verified", "official"]),
    isOnApp: z.boolean(),
  }),
});
export type ShownProfileJson = z.infer<typeof shownProfileJson>;

export const chatLinkJson = z.object({ code: z.string(), words: z.string(), url: z.string() });
export type ChatLinkJson = z.infer<typeof chatLinkJson>;
