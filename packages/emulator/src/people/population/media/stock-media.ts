import { findMedia, insertMedia, storeBytes } from "../../../store/media.ts";
import type { World } from "../../../world.ts";
import type { Dice } from "../dice.ts";
import { drawPhoto } from "./draw-photo.ts";
import { recordSilence } from "./record-silence.ts";

const PHOTOS = 24;
const VOICES = 6;
const FOREVER = Number.MAX_SAFE_INTEGER;

/** A picture for somebody who sends one; there are two dozen, made when they are needed. */
export function stockPhoto(world: World, dice: Dice): string {
  const number = Math.floor(dice() * PHOTOS) + 1;
  return stored(world, `photo-${number}`, "image/jpeg", () => drawPhoto(`photo ${number}`));
}

/** A voice note of some seconds in which nobody says anything. */
export function stockVoice(world: World, dice: Dice): string {
  const seconds = Math.floor(dice() * VOICES) + 2;
  const mimeType = "audio/ogg; codecs=opus";
  return stored(world, `voice-${seconds}`, mimeType, () => recordSilence(seconds));
}

function stored(world: World, id: string, mimeType: string, make: () => Uint8Array): string {
  if (findMedia(world.db, id) !== null) return id;
  const bytes = make();
  world.db.write(() =>
    insertMedia(world.db, {
      id,
      phoneNumberId: null,
      sha256: storeBytes(world.db, bytes),
      mimeType,
      filename: null,
      sizeBytes: bytes.length,
      expiresAt: FOREVER,
    }),
  );
  return id;
}
