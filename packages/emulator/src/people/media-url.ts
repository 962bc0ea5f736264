import { createHmac } from "node:crypto";
import type { Media } from "../store/media.ts";
import type { World } from "../world.ts";

// Meta: "URL valid for 5 minutes", docs/…/business-phone-numbers/media, read 2026-11.
const VALID_MS = 5 * 60 * 1000;

/** The address from which a business fetches a file with its token. */
export function mediaUrl(world: World, media: Media): string {
  const base = world.settings().mediaBaseUrl ?? world.publicUrl();
  const until = Math.floor((world.clock.now() + VALID_MS) / 1000);
  const hash = urlHash(world, media.id, until);
  return `${base}/whatsapp_business/attachments/?mid=${media.id}&ext=${until}&hash=${hash}`;
}

/** Whether the parts of an address belong together and are still valid. */
export function isMediaUrlValid(world: World, mid: string, ext: string, hash: string): boolean {
  const until = Number(ext);
  return hash === urlHash(world, mid, until) && world.clock.now() < until * 1000;
}

function urlHash(world: World, mid: string, until: number): string {
  return createHmac("sha256", world.app().secret)
    .update(`${mid}:${until}`)
    .digest("base64url")
    .slice(0, 26);
}
