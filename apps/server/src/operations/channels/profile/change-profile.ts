import { type BusinessProfile, profileProblems } from "@galka/core/channels/business-profile";
import type { ChannelId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import type { App } from "../../../app.ts";
import type { AccountRefused } from "../../../channels/accounts.ts";
import type { ChannelProfiles, ShownProfile } from "../../../channels/profiles.ts";
import { openChannel } from "../open-channel.ts";
import { remember } from "./remember.ts";

export type ProfileWish = { readonly id: ChannelId; readonly change: Partial<BusinessProfile> };

type ProfileRefused =
  | AccountRefused
  | Refused<"forbidden">
  | Refused<"not-found">
  | Refused<
      "invalid-request",
      { readonly problems: readonly { readonly field: string; readonly problem: string }[] }
    >;

/**
 * Changes what people see of the business, at WhatsApp.
 *
 * It lives there alone: what is answered is what WhatsApp says afterwards. The
 * audit remembers which fields were changed and what they were.
 */
export async function changeProfile(
  app: App,
  member: Member,
  { id, change }: ProfileWish,
  profiles: ChannelProfiles,
): Promise<ShownProfile | ProfileRefused> {
  if (!may(member, "channels.manage")) return { refused: "forbidden" };
  const problems = profileProblems(change);
  if (problems.length > 0) return { refused: "invalid-request", problems };
  const opened = await openChannel(app, member, id);
  if ("refused" in opened) return opened;

  const before = await profiles.read(opened.access);
  if ("refused" in before) return before;
  const refusal = await profiles.change(opened.access, change);
  if (refusal) return refusal;
  await remember(app, member, id, {
    action: "channel-profile-changed",
    before: fieldsOf(before.profile, change),
    after: change,
  });
  return profiles.read(opened.access);
}

/** What those fields were that `change` names. */
function fieldsOf(profile: BusinessProfile, change: Partial<BusinessProfile>) {
  return Object.fromEntries(Object.entries(profile).filter(([field]) => field in change));
}
