import type { Database } from "@galka/postgres/database";
import { betterAuth } from "better-auth";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { randomUUID } from "node:crypto";
import { twoFactor } from "better-auth/plugins";
import { z } from "zod";

export type AuthenticationSettings = {
  readonly publicUrl: string;
  /** Signs the cookies. */
  readonly secret: string;
  /** Whether the cookie may travel over https alone. */
  readonly secureCookies: boolean;
};

export const SESSION_DAYS = 30;

/** better-auth over the tables of the migration, confined to what Galka uses of it. */
export function authenticate(db: Database, settings: AuthenticationSettings) {
  return betterAuth({
    baseURL: settings.publicUrl,
    secret: settings.secret,
    database: { db, type: "postgres" },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8 },
    user: { modelName: "auth_users", fields: { emailVerified: "email_verified", ...TIMES } },
    session: {
      modelName: "auth_sessions",
      expiresIn: SESSION_DAYS * 24 * 60 * 60,
      updateAge: 24 * 60 * 60,
      fields: {
        userId: "user_id",
        expiresAt: "expires_at",
        ipAddress: "ip_address",
        userAgent: "user_agent",
        ...TIMES,
      },
    },
    account: { modelName: "auth_accounts", fields: { ...ACCOUNT_FIELDS, ...TIMES } },
    verification: {
      modelName: "auth_verifications",
      fields: { expiresAt: "expires_at", ...TIMES },
    },
    advanced: {
      cookiePrefix: "galka",
      useSecureCookies: settings.secureCookies,
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
      database: { generateId: () => randomUUID() },
      ipAddress: { ipAddressHeaders: ["x-galka-address"] },
      // Our own check on every changing request (http/same-origin.ts) stands in front of these calls.
      disableOriginCheck: true,
      disableCSRFCheck: true,
    },
    // Sign-in is limited by sign-in/attempts.ts, which knows accounts and not only addresses.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [beginSession(), readToken(), secondFactor()],
  });
}

export type Authentication = ReturnType<typeof authenticate>;

const TIMES = { createdAt: "created_at", updatedAt: "updated_at" } as const;

const ACCOUNT_FIELDS = {
  userId: "user_id",
  accountId: "account_id",
  providerId: "provider_id",
  accessToken: "access_token",
  refreshToken: "refresh_token",
  idToken: "id_token",
  accessTokenExpiresAt: "access_token_expires_at",
  refreshTokenExpiresAt: "refresh_token_expires_at",
} as const;

/** Ten wrong codes in a row lock the second factor of an account for a quarter of an hour. */
function secondFactor() {
  return twoFactor({
    issuer: "Galka",
    accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 15 * 60 },
    schema: {
      user: { fields: { twoFactorEnabled: "two_factor_enabled" } },
      twoFactor: {
        modelName: "auth_two_factors",
        fields: {
          userId: "user_id",
          backupCodes: "backup_codes",
          failedVerificationCount: "failed_verification_count",
          lockedUntil: "locked_until",
        },
      },
    },
  });
}

/** Begins a session for somebody who has proven who they are by other means. Called in process; it has no path. */
function beginSession() {
  return {
    id: "galka-begin-session",
    endpoints: {
      beginSession: createAuthEndpoint.serverOnly(
        { method: "POST", body: z.object({ userId: z.string() }) },
        async (context) => {
          const { internalAdapter } = context.context;
          const user = await internalAdapter.findUserById(context.body.userId);
          if (!user) throw context.error("NOT_FOUND");
          const session = await internalAdapter.createSession(user.id);
          await setSessionCookie(context, { session, user });
          return context.json({ began: true });
        },
      ),
    },
  };
}

/** The token in a signed cookie, without a look at the database. Called in process; it has no path. */
function readToken() {
  return {
    id: "galka-read-token",
    endpoints: {
      readToken: createAuthEndpoint.serverOnly({ method: "GET" }, async (context) => {
        const { authCookies, secret } = context.context;
        const token = await context.getSignedCookie(authCookies.sessionToken.name, secret);
        return token || null;
      }),
    },
  };
}
