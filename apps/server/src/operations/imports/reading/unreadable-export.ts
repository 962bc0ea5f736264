/** Why an uploaded file is no chat export that can be read. */
export type WhyUnreadable =
  | "empty"
  | "not-text"
  | "not-a-chat-export"
  | "zip-damaged"
  | "zip-encrypted"
  /** A name in it leads out of the folder, or it would unpack to far more than it is. */
  | "zip-unsafe"
  | "zip-without-chat"
  | "text-too-large"
  /** The bytes that were uploaded are not there any more. */
  | "file-missing";

/** Thrown by whoever reads the file; the operation that asked turns it into a refusal or a failed import. */
export class UnreadableExport extends Error {
  override readonly name = "UnreadableExport";
  readonly because: WhyUnreadable;

  constructor(because: WhyUnreadable, options?: ErrorOptions) {
    super(`The chat export cannot be read: ${because}.`, options);
    this.because = because;
  }
}
