import type { ChannelId, FileId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import sharp from "sharp";
import type { App } from "../../../app.ts";
import type { AccountRefused } from "../../../channels/accounts.ts";
import type { ChannelProfiles } from "../../../channels/profiles.ts";
import { findStoredFile } from "../../files/find-stored-file.ts";
import { collect } from "../../files/make-preview.ts";
import { openChannel } from "../open-channel.ts";
import { remember } from "./remember.ts";

type PictureRefused =
  | AccountRefused
  | Refused<"forbidden">
  | Refused<"not-found">
  | Refused<"file-not-found">
  | Refused<"file-type-not-allowed">
  | Refused<"app-id-missing">;

/** As it is shown at its largest. WhatsApp cuts what is no square, so it is cut here, in the middle. */
const SIDE = 640;

/** Puts an uploaded picture on the profile, drawn anew as a square JPEG. */
export async function changePicture(
  app: App,
  member: Member,
  wish: { readonly id: ChannelId; readonly fileId: FileId },
  profiles: ChannelProfiles,
): Promise<{ readonly done: true } | PictureRefused> {
  if (!may(member, "channels.manage")) return { refused: "forbidden" };
  const opened = await openChannel(app, member, wish.id);
  if ("refused" in opened) return opened;
  const { appId } = opened.access;
  if (appId === null) return { refused: "app-id-missing" };
  const file = await findStoredFile(app, member, wish.fileId);
  if (!file) return { refused: "file-not-found" };
  const bytes = await squareOf(app, file.sha256);
  if (!bytes) return { refused: "file-type-not-allowed" };

  const picture = { bytes, mediaType: "image/jpeg" } as const;
  const refusal = await profiles.changePicture({ ...opened.access, appId }, picture);
  if (refusal) return refusal;
  await remember(app, member, wish.id, { action: "channel-picture-changed" });
  return { done: true };
}

async function squareOf(app: App, sha256: string): Promise<Uint8Array | null> {
  const source = await app.files.open(sha256);
  const bytes = source && (await collect(source));
  if (!bytes) return null;
  try {
    return await sharp(bytes, { limitInputPixels: 40_000_000, pages: 1, failOn: "error" })
      .rotate()
      .flatten({ background: "white" })
      .resize(SIDE, SIDE, { fit: "cover" })
      .jpeg({ quality: 85 })
      .toBuffer();
  } catch {
    return null;
  }
}
