export type Size = { readonly width: number; readonly height: number };

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

export function sizeOf(file: {
  readonly width: number | null;
  readonly height: number | null;
}): Size | null {
  return file.width !== null && file.height !== null
    ? { width: file.width, height: file.height }
    : null;
}
