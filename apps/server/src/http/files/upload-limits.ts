/**
 * More than this WhatsApp carries in no way at all.
 *
 * Any file can go as a document; that a picture or a recording is too large to
 * go as one is refused by the send, which knows as what it is to be carried.
 *
 * Meta: "Supported media types", docs/…/cloud-api/reference/media, read 2026-11.
 */
export const MAX_UPLOAD_BYTES = 100 * 1024 * 1024;
