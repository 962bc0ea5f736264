import { createHash, randomBytes } from "node:crypto";
import { findMemberOfUser } from "@galka/postgres/stores/members";
import {
  findUserIdByEmail,
  replaceSignInLink,
  consumeSignInLink,
} from "@galka/postgres/stores/sign-in";
import type { Database } from "@galka/postgres/database";
import { endSessions, touchSession } from "@galka/postgres/stores/team/sessions";
import { z } from "zod";
import {
  type Authentication,
  type AuthenticationSettings,
  authenticate,
} from "./authentication.ts";
import { betterAuthTwoFactor } from "./better-auth-two-factor.ts";
import type { Account, SignIn, SignedIn } from "./sign-in.ts";

const LINK_LIVES_MS = 24 * 60 * 60 * 1000;

/** Sign-in on better-auth, with the accounts in our own PostgreSQL. */
export function betterAuthSignIn(db: Database, settings: AuthenticationSettings): SignIn {
  const auth = authenticate(db, settings);
  const seen = rememberSeen((sessionId) => touchSession(db, sessionId));
  return {
    async sessionOf(headers) {
      const found = await auth.api.getSession({ headers });
      if (!found) return null;
      const member = await findMemberOfUser(db, found.user.id);
      if (!member) return null;
      await seen.note(found.session.id);
      return { sessionId: found.session.id, member };
    },
    async withPassword(email, password, headers) {
      const response = await auth.api.signInEmail({
        body: { email: email.trim().toLowerCase(), password },
        headers,
        asResponse: true,
      });
      if (!response.ok) return null;
      const { user } = entered.parse(await response.json());
      if (user && !(await findMemberOfUser(db, user.id))) {
        // Somebody who was deactivated: what has just begun ends.
        await endSessions(db, user.id, "all");
        return null;
      }
      return { ...cookiesOf(response), asksSecondFactor: !user };
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
    ...betterAuthTwoFactor(auth),
    hasPassword: async (userId) => (await passwordOf(auth, userId)) !== null,
    async isPassword(userId, password) {
      const hash = await passwordOf(auth, userId);
      const { password: passwords } = await auth.$context;
      return hash !== null && (await passwords.verify({ hash, password }));
    },
    setPassword: (userId, password) => setPassword(auth, userId, password),
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

  const hash = await passwordOf(auth, userId);
  if (hash !== null && (await passwords.verify({ hash, password: account.password }))) {
    return userId;
  }
  await setPassword(auth, userId, account.password);
  if (hash !== null) await internalAdapter.deleteUserSessions(userId);
  return userId;
}

/** The hash of an account's password; null for one that has none. */
async function passwordOf(auth: Authentication, userId: string): Promise<string | null> {
  const { internalAdapter } = await auth.$context;
  const credential = await internalAdapter.findCredentialAccount(userId);
  return credential?.password || null;
}

async function setPassword(auth: Authentication, userId: string, password: string): Promise<void> {
  const { internalAdapter, password: passwords } = await auth.$context;
  const hash = await passwords.hash(password);
  if (await internalAdapter.findCredentialAccount(userId)) {
    await internalAdapter.updatePassword(userId, hash);
    return;
  }
  const account = { userId, accountId: userId, providerId: "credential", password: hash };
  await internalAdapter.linkAccount(account);
}

/** What better-auth answers to a right password; no `user` while it waits for the second factor. */
const entered = z.object({ user: z.object({ id: z.string() }).optional() });

const SEEN_EVERY_MS = 60_000;
const MOST_SEEN = 10_000;

/** Notes that a session is in use, and asks the database at most once a minute for each. */
function rememberSeen(note: (sessionId: string) => Promise<void>) {
  const notedAt = new Map<string, number>();
  return {
    async note(sessionId: string): Promise<void> {
      const now = Date.now();
      if (now - (notedAt.get(sessionId) ?? 0) < SEEN_EVERY_MS) return;
      if (notedAt.size > MOST_SEEN) notedAt.clear();
      notedAt.set(sessionId, now);
      await note(sessionId);
    },
  };
}
