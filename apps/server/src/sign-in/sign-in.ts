import type { Member } from "@galka/core/workspaces/member";

/** Somebody who is signed in, and the session that says so. */
export type Session = { readonly sessionId: string; readonly member: Member };

/** A session as the browser has to keep it: `Set-Cookie` headers. */
export type SignedIn = { readonly cookies: readonly string[] };

export type Account = {
  readonly email: string;
  readonly name: string;
  /** Null for somebody who gets in by a link alone. */
  readonly password: string | null;
};

/** Who people are. The rest of the server knows members; that there are accounts and cookies, only this. */
export interface SignIn {
  /** Null when nobody is signed in, the session has ended, or the person is in no workspace. */
  sessionOf(headers: Headers): Promise<Session | null>;
  /** Null when the address or the password is wrong; it is not said which. */
  withPassword(email: string, password: string, headers: Headers): Promise<SignedIn | null>;
  /** Uses a one-time link up. Null when it is unknown, used or too old. */
  withLink(token: string, headers: Headers): Promise<SignedIn | null>;
  /** Ends the session of these headers; the cookies take it out of the browser. */
  signOut(headers: Headers): Promise<SignedIn>;
  /** Makes the account or gives it this password; answers whose it is. A changed password ends every session. */
  ensureAccount(account: Account): Promise<string>;
  /** A new one-time link's token. Links that this person got before stop working. */
  makeLink(userId: string): Promise<string>;
}
