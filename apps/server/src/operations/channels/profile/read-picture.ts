import type { ChannelId } from "@galka/core/kernel/ids";
import { type Member, may } from "@galka/core/workspaces/member";
import sharp from "sharp";
import type { App } from "../../../app.ts";
import type { ChannelProfiles } from "../../../channels/profiles.ts";
import { openChannel } from "../open-channel.ts";

/** The profile's picture as the page may show it: fetched by us, drawn anew. Null when there is none. */
export async function readPicture(
  app: App,
  member: Member,
  id: ChannelId,
  profiles: ChannelProfiles,
): Promise<Buffer | null> {
  if (!may(member, "conversations.read")) return null;
  const opened = await openChannel(app, member, id);
  if ("refused" in opened) return null;
  try {
    const bytes = await profiles.readPicture(opened.access);
    if (!bytes) return null;
    return await sharp(bytes, { limitInputPixels: 40_000_000, pages: 1 })
      .resize(320, 320, { fit: "cover" })
      .webp({ quality: 80 })
      .toBuffer();
  } catch (error) {
    app.log.info({ channelId: id, error }, "The profile's picture could not be fetched.");
    return null;
  }
}
