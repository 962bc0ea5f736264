import type { Refused } from "@galka/core/kernel/refused";
import type { Member } from "@galka/core/workspaces/member";

/** Somebody who is signed in, and the session that says so. */
export type Session = { readonly sessionId: string; readonly member: Member };

/** A session as the browser has to keep it: `Set-Cookie` headers. */
export type SignedIn = { readonly cookies: readonly string[] };

/** What a right password leads to. With `asksSecondFactor` the cookies only remember who is at the door. */
export type Entered = SignedIn & { readonly asksSecondFactor: boolean };

export type Account = {
  readonly email: string;
  readonly name: string;
  /** Null for somebody who gets in by a link alone. */
  readonly password: string | null;
};

/** A code of an authenticator app, or one of the codes for the day that the app is lost. */
export type SecondFactor = { readonly code: string; readonly kind: "app" | "backup" };

/** Who people are. The rest of the server knows members; that there are accounts and cookies, only this. */
export interface SignIn extends TwoFactor {
  /** Null when nobody is signed in, the session has ended, or the person is in no workspace. */
  sessionOf(headers: Headers): Promise<Session | null>;
  /** Null when the address or the password is wrong, or the person is in no workspace; it is not said which. */
  withPassword(email: string, password: string, headers: Headers): Promise<Entered | null>;
  /** Uses a one-time link up. Null when it is unknown, used or too old. */
  withLink(token: string, headers: Headers): Promise<SignedIn | null>;
  /** Ends the session of these headers; the cookies take it out of the browser. */
  signOut(headers: Headers): Promise<SignedIn>;
  /** Makes the account or gives it this password; answers whose it is. A changed password ends every session. */
  ensureAccount(account: Account): Promise<string>;
  /** A new one-time link's token. Links that this person got before stop working. */
  makeLink(userId: string): Promise<string>;
  hasPassword(userId: string): Promise<boolean>;
  isPassword(userId: string, password: string): Promise<boolean>;
  /** Sets or changes the password; sessions stay as they are. */
  setPassword(userId: string, password: string): Promise<void>;
}

/** The second factor of whoever the headers belong to. A wrong password is null, a wrong code a refusal. */
export interface TwoFactor {
  /**
   * The second step of a sign-in. Ten wrong codes in a row lock the second factor of the account for a
   * quarter of an hour; `not-signed-in` when the first step was too long ago or is used up.
   */
  withSecondFactor(
    factor: SecondFactor,
    headers: Headers,
  ): Promise<
    SignedIn | Refused<"wrong-code"> | Refused<"too-many-requests"> | Refused<"not-signed-in">
  >;
  begin(password: string, headers: Headers): Promise<Begun | null>;
  /** From now on every sign-in asks it. The session becomes another one. */
  confirm(code: string, headers: Headers): Promise<SignedIn | Refused<"wrong-code">>;
  /** The session becomes another one. */
  remove(password: string, headers: Headers): Promise<SignedIn | null>;
  renewBackupCodes(password: string, headers: Headers): Promise<readonly string[] | null>;
}

/** What an authenticator app reads, and codes for the day that it is lost. */
export type Begun = { readonly uri: string; readonly backupCodes: readonly string[] };
