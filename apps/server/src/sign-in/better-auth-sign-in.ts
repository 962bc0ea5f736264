import { createHash, randomBytes } from "node:crypto";
import { findMemberOfUser } from "@galka/postgres/stores/members";
import {
  findUserIdByEmail,
  replaceSignInLink,
  consumeSignInLink,
} from "@galka/postgres/stores/sign-in";
import type { Database } from "@galka/postgres/database";
import {
  type Authentication,
  type AuthenticationSettings,
  authenticate,
} from "./authentication.ts";
import type { Account, SignIn, SignedIn } from "./sign-in.ts";

const LINK_LIVES_MS = 24 * 60 * 60 * 1000;

/** Sign-in on better-auth, with the accounts in our own PostgreSQL. */
export function betterAuthSignIn(db: Database, settings: AuthenticationSettings): SignIn {
  const auth = authenticate(db, settings);
  return {
    async sessionOf(headers) {
      const found = await auth.api.getSession({ headers });
      if (!found) return null;
      const member = await findMemberOfUser(db, found.user.id);
      return member ? { sessionId: found.session.id, member } : null;
    },
    async withPassword(email, password, headers) {
      const response = await auth.api.signInEmail({
        body: { email: email.trim().toLowerCase(), password },
        headers,
        asResponse: true,
      });
      return response.ok ? cookiesOf(response) : null;
    },
    async withLink(token, headers) {
      const userId = await consumeSignInLink(db, hashOf(token));
      if (userId === null) return null;
      return cookiesOf(
        await auth.api.beginSession({ body: { userId }, headers, asResponse: true }),
      );
    },
    async signOut(headers) {
      return cookiesOf(await auth.api.signOut({ headers, asResponse: true }));
    },
    ensureAccount: (account) => ensureAccount(db, auth, account),
    async makeLink(userId) {
      const token = randomBytes(32).toString("base64url");
      const expiresAt = new Date(Date.now() + LINK_LIVES_MS);
      await replaceSignInLink(db, { tokenHash: hashOf(token), userId, expiresAt });
      return token;
    },
  };
}

/** Only the hash is kept: whoever reads the database cannot sign in with it. */
function hashOf(token: string): Uint8Array {
  return createHash("sha256").update(token).digest();
}

function cookiesOf(response: Response): SignedIn {
  return { cookies: response.headers.getSetCookie() };
}

async function ensureAccount(
  db: Database,
  auth: Authentication,
  account: Account,
): Promise<string> {
  const email = account.email.trim().toLowerCase();
  const { internalAdapter, password: passwords } = await auth.$context;
  const known = await findUserIdByEmail(db, email);
  const userId =
    known ??
    (
      await internalAdapter.createUser(
        { email, name: account.name, emailVerified: true },
        { method: "email-password" },
      )
    ).id;
  if (account.password === null) return userId;

  const credential = await internalAdapter.findCredentialAccount(userId);
  if (!credential) {
    await internalAdapter.linkAccount({
      userId,
      accountId: userId,
      providerId: "credential",
      password: await passwords.hash(account.password),
    });
    return userId;
  }
  const hash = credential.password ?? "";
  if (hash !== "" && (await passwords.verify({ hash, password: account.password }))) return userId;
  await internalAdapter.updatePassword(userId, await passwords.hash(account.password));
  await internalAdapter.deleteUserSessions(userId);
  return userId;
}
