const MIB = 1024 * 1024;

/** A chat export with its media: WhatsApp itself stops at about this size. */
export const MAX_UPLOAD_BYTES = 2048 * MIB;

/** The text of a chat: 40,000 messages, which is what WhatsApp exports at most, take up a tenth of it. */
export const MAX_TEXT_BYTES = 200 * MIB;

/** What a zip may be. Each is far above what WhatsApp writes, and far below what hurts. */
export const ZIP_LIMITS = {
  entryCount: 50_000,
  unpackedBytes: 4096 * MIB,
  /** Unpacked bytes for each packed one; a chat has ten, a bomb a thousand. */
  ratio: 250,
  /** Below this size the ratio says nothing: a blank picture may be packed very well. */
  ratioFromBytes: 4 * MIB,
} as const;

/** How much is written in one transaction. */
export const BATCH = { entries: 1000, characters: 2_000_000, attachments: 25 } as const;
