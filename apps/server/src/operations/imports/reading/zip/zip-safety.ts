import { ZIP_LIMITS } from "../../limits.ts";

/** What the directory of a zip says of one file in it. */
export type EntryFacts = {
  readonly fileName: string;
  readonly compressedSize: number;
  readonly uncompressedSize: number;
};

/** What was seen of a zip's directory so far. */
export type ZipTally = { readonly entryCount: number; readonly unpackedBytes: number };

export const NO_ENTRIES: ZipTally = { entryCount: 0, unpackedBytes: 0 };

/**
 * The tally with one more file, or null when the zip is not to be unpacked.
 *
 * The sizes are what the zip claims; yauzl ends a stream that gives more than
 * was claimed, so a lie gains nothing.
 */
export function addEntry(tally: ZipTally, entry: EntryFacts): ZipTally | null {
  const entryCount = tally.entryCount + 1;
  const unpackedBytes = tally.unpackedBytes + entry.uncompressedSize;
  if (entryCount > ZIP_LIMITS.entryCount || unpackedBytes > ZIP_LIMITS.unpackedBytes) return null;
  const isDense =
    entry.uncompressedSize > ZIP_LIMITS.ratioFromBytes &&
    entry.uncompressedSize > entry.compressedSize * ZIP_LIMITS.ratio;
  return isDense ? null : { entryCount, unpackedBytes };
}
