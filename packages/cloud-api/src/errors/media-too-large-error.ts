/** A file is larger than the caller wants to have. Nothing beyond the limit was kept. */
export class MediaTooLargeError extends Error {
  override readonly name = "MediaTooLargeError";
  readonly maxBytes: number;

  constructor(maxBytes: number) {
    super(`The file is larger than ${maxBytes} bytes.`);
    this.maxBytes = maxBytes;
  }
}
