export type Size = { readonly width: number; readonly height: number };

const BOX = { image: { width: 320, height: 360 }, sticker: { width: 128, height: 128 } } as const;

/** The size at which a picture is shown: as it is, or scaled down into `box`. Known before it is loaded. */
export function fit(picture: Size | null, box: Size): Size {
  if (!picture || picture.width <= 0 || picture.height <= 0) {
    return { width: box.width * 0.75, height: box.height * 0.5 };
  }
  const scale = Math.min(1, box.width / picture.width, box.height / picture.height);
  // A sliver could not be hit with a finger.
  return {
    width: Math.max(64, Math.round(picture.width * scale)),
    height: Math.max(48, Math.round(picture.height * scale)),
  };
}

type Measured = { readonly width: number | null; readonly height: number | null };

/** The size of a picture in the thread, and so the width of the words under it. */
export function pictureSize(file: Measured | null, kind: keyof typeof BOX): Size {
  return fit(file ? sizeOf(file) : null, BOX[kind]);
}

export function sizeOf(file: Measured): Size | null {
  return file.width !== null && file.height !== null
    ? { width: file.width, height: file.height }
    : null;
}
