// Meta: docs/…/whatsapp/business-phone-numbers/media, read 2026-11.

/** What Meta answers to an upload. The id lives 30 days and serves only the number that uploaded. */
export type MediaUploaded = { readonly id: string };

/** Where a file can be fetched: the url lives 5 minutes and needs the token. `sha256` is hex. */
export type MediaDescription = {
  readonly messaging_product?: "whatsapp";
  readonly id: string;
  readonly url: string;
  readonly mime_type: string;
  readonly sha256: string;
  /** Bytes. Meta prints it as a string. */
  readonly file_size: string | number;
};

/** The answer to opening a resumable upload: `upload:…`. */
export type UploadSession = { readonly id: string };

/** How much of a resumable upload Meta holds. */
export type UploadProgress = { readonly id: string; readonly file_offset: number };

/** The handle of a finished resumable upload, for template samples and the profile picture. */
export type UploadHandle = { readonly h: string };
