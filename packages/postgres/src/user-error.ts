/**
 * Something that only the person who runs Galka can put right.
 *
 * The message is one line that says what is wrong and what to do; it is shown
 * as it stands, without a stack.
 */
export class UserError extends Error {
  override readonly name = "UserError";
}
