import { createHash, randomBytes } from "node:crypto";
import { findMemberOfUser } from "@galka/postgres/stores/members";
import {
  findUserIdByEmail,
  replaceSignInLink,
  consumeSignInLink,
} from "@galka/postgres/stores/sign-in";
import type { Database } from "@galka/postgres/database";
import {
  endSessions,
  findStandingSessions,
  noteSessionsUsed,
} from "@galka/postgres/stores/team/sessions";
import { z } from "zod";
import { askedTogether } from "../asked-together.ts";
import {
  SESSION_DAYS,
  type Authentication,
  type AuthenticationSettings,
  authenticate,
} from "./authentication.ts";
import { betterAuthTwoFactor } from "./better-auth-two-factor.ts";
import type { Account, Session, SignIn, SignedIn } from "./sign-in.ts";

const LINK_LIVES_MS = 24 * 60 * 60 * 1000;

/** Sign-in on better-auth, with the accounts in our own PostgreSQL. */
export function betterAuthSignIn(db: Database, settings: AuthenticationSettings): SignIn {
  const auth = authenticate(db, settings);
  const sessionOfToken = askedTogether((tokens: readonly string[]) => sessionsOf(db, tokens));
  return {
    async sessionOf(headers) {
      const token = await auth.api.readToken({ headers });
      return token === null ? null : sessionOfToken(token);
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

/**
 * Whose sessions these are, asked for all at once: after a restart every page
 * comes back in the same moment. Read anew each time, so one that has ended is
 * refused by every process from then on.
 */
async function sessionsOf(
  db: Database,
  tokens: readonly string[],
): Promise<ReadonlyMap<string, Session>> {
  const standing = await findStandingSessions(db, tokens);
  const used = standing.filter((it) => it.isToBeNoted).map(({ id }) => id);
  if (used.length > 0) await noteSessionsUsed(db, used, SESSION_DAYS);
  return new Map(standing.map(({ token, id, member }) => [token, { sessionId: id, member }]));
}
