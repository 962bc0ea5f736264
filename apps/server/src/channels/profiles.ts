import type { BusinessProfile } from "@galka/core/channels/business-profile";
import type { AccountRefused } from "./accounts.ts";
import type { ChannelAccess } from "./gateway.ts";

/** What the number is, as Meta says; nothing here can be changed from Galka. */
export type NumberStanding = {
  readonly verifiedName: string;
  /** What Meta thinks of the name. */
  readonly nameStatus: "approved" | "pending" | "declined" | "other";
  /** `official` has the badge; `verified` is a business whose papers Meta has seen. */
  readonly kind: "business" | "verified" | "official";
  /** Whether the same number is used in the WhatsApp Business app. */
  readonly isOnApp: boolean;
};

export type ShownProfile = {
  readonly profile: BusinessProfile;
  readonly pictureUrl: string | null;
  readonly standing: NumberStanding;
};

/** A link with words already typed; WhatsApp counts and ends it by its code. */
export type ChatLink = { readonly code: string; readonly words: string; readonly url: string };

/** A picture on its way to the profile. */
export type ProfilePicture = { readonly bytes: Uint8Array; readonly mediaType: "image/jpeg" };

/** What people see of the business behind a number, read and changed where it lives. */
export interface ChannelProfiles {
  read(access: ChannelAccess): Promise<ShownProfile | AccountRefused>;
  change(access: ChannelAccess, change: Partial<BusinessProfile>): Promise<AccountRefused | null>;
  /** Needs the app's id: pictures are uploaded to the app. */
  changePicture(
    access: ChannelAccess & { readonly appId: string },
    picture: ProfilePicture,
  ): Promise<AccountRefused | null>;
  /** The bytes of the picture; null when there is none. */
  readPicture(access: ChannelAccess): Promise<Uint8Array | null>;
  listLinks(access: ChannelAccess): Promise<readonly ChatLink[] | AccountRefused>;
  /** Without a code a link is made. */
  saveLink(
    access: ChannelAccess,
    link: { readonly code: string | null; readonly words: string },
  ): Promise<ChatLink | AccountRefused>;
  removeLink(access: ChannelAccess, code: string): Promise<AccountRefused | null>;
}
