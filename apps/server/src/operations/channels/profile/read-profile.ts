import type { ChannelId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import type { App } from "../../../app.ts";
import type { AccountRefused } from "../../../channels/accounts.ts";
import type { ChannelProfiles, ShownProfile } from "../../../channels/profiles.ts";
import { openChannel } from "../open-channel.ts";

/** What people see of the business, asked where it lives. Whoever may read conversations may see it. */
export async function readProfile(
  app: App,
  member: Member,
  id: ChannelId,
  profiles: ChannelProfiles,
): Promise<ShownProfile | AccountRefused | Refused<"forbidden"> | Refused<"not-found">> {
  if (!may(member, "conversations.read")) return { refused: "forbidden" };
  const opened = await openChannel(app, member, id);
  return "refused" in opened ? opened : profiles.read(opened.access);
}
