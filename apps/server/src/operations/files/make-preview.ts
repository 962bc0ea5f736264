import sharp, { type Sharp } from "sharp";
import type { App } from "../../app.ts";

/** A picture may unpack to this many pixels; what is larger is a bomb, or of no use in a chat. */
const MAX_PIXELS = 40_000_000;
const MAX_BYTES = 32 * 1024 * 1024;
const LONGEST_SIDE = 640;
const PAPER_SIDE = 420;

// One picture at a time and nothing kept: the server's memory is for messages.
sharp.cache(false);
sharp.concurrency(1);

/**
 * A small picture of a stored image, drawn anew: whatever else was in the bytes
 * (a script, a place, a second format) is not in it.
 *
 * Null for what cannot be drawn.
 */
export async function makePreview(app: App, sha256: string): Promise<Buffer | null> {
  return drawnAnew(app, sha256, (picture) =>
    sized(picture, LONGEST_SIDE).webp({ quality: 80 }).toBuffer(),
  );
}

/** The same, smaller and for paper: a JPEG on white, with its size. */
export async function makeThumbnail(app: App, sha256: string) {
  return drawnAnew(app, sha256, async (picture) => {
    const drawn = sized(picture, PAPER_SIDE).flatten({ background: "#ffffff" });
    const { data, info } = await drawn.jpeg({ quality: 75 }).toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  });
}

function sized(picture: Sharp, side: number): Sharp {
  return picture.rotate().resize(side, side, { fit: "inside", withoutEnlargement: true });
}

async function drawnAnew<T>(
  app: App,
  sha256: string,
  draw: (picture: Sharp) => Promise<T>,
): Promise<T | null> {
  const source = await app.files.open(sha256);
  if (!source) return null;
  const bytes = await collect(source);
  if (!bytes) return null;
  try {
    return await draw(sharp(bytes, { limitInputPixels: MAX_PIXELS, pages: 1, failOn: "error" }));
  } catch (error) {
    app.log.info({ sha256, error }, "A picture could not be drawn.");
    return null;
  }
}

export type PictureSize = { readonly width: number; readonly height: number };

/** How large a picture is as it will be seen; null for what is no picture. */
export async function measurePicture(bytes: Uint8Array): Promise<PictureSize | null> {
  try {
    const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, pages: 1 });
    const { width, height, orientation = 1 } = await image.metadata();
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return null;
  }
}

/** All of a stream; null when it is longer than `most`. */
export async function collect(
  source: AsyncIterable<Uint8Array>,
  most = MAX_BYTES,
): Promise<Buffer | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of source) {
    size += part.byteLength;
    if (size > most) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
