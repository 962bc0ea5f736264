/** What a recording of the browser holds: Opus packets in order, and the head that describes them. */
export type OpusRecording = {
  readonly head: Uint8Array;
  readonly packets: readonly Uint8Array[];
};

// Matroska: element ids, www.matroska.org/technical/elements.html, read 2026-11.
const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const TRACKS = 0x1654ae6b;
const TRACK_ENTRY = 0xae;
const BLOCK_GROUP = 0xa0;
const CODEC_PRIVATE = 0x63a2;
const SIMPLE_BLOCK = 0xa3;
const BLOCK = 0xa1;

/** Elements that are looked into; all others are stepped over. */
const HOLDERS: ReadonlySet<number> = new Set([SEGMENT, CLUSTER, TRACKS, TRACK_ENTRY, BLOCK_GROUP]);

/** Two bytes of time and one of flags follow the track's number in a block. */
const BLOCK_HEAD = 3;

/**
 * Reads the Opus packets out of a WebM recording with one audio track.
 *
 * Null when it is no such thing. A recording that is cut off gives what is whole.
 */
export function readOpusFromWebm(bytes: Uint8Array): OpusRecording | null {
  let head: Uint8Array | null = null;
  const packets: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const id = readNumber(bytes, at, "with-marker");
    const size = id && readNumber(bytes, id.end, "value");
    if (!id || !size) break;
    if (HOLDERS.has(id.value)) {
      // A browser writes a live recording without knowing how long it gets: its parts follow directly.
      at = size.end;
      continue;
    }
    const end = size.end + size.value;
    if (end > bytes.length) break;
    if (id.value === CODEC_PRIVATE) head = bytes.slice(size.end, end);
    if (id.value === SIMPLE_BLOCK || id.value === BLOCK) {
      const track = readNumber(bytes, size.end, "value");
      if (track) packets.push(bytes.slice(track.end + BLOCK_HEAD, end));
    }
    at = end;
  }
  return head && packets.length > 0 ? { head, packets } : null;
}

/** Matroska's numbers say their own length by the zeros before their first one. */
function readNumber(
  bytes: Uint8Array,
  at: number,
  as: "value" | "with-marker",
): { readonly value: number; readonly end: number } | null {
  const first = bytes[at];
  if (first === undefined || first === 0) return null;
  const length = Math.clz32(first) - 23;
  if (at + length > bytes.length) return null;
  let value = as === "value" ? first & (0xff >> length) : first;
  for (let index = 1; index < length; index += 1) value = value * 256 + (bytes[at + index] ?? 0);
  return { value, end: at + length };
}
