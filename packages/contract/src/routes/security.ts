import { z } from "zod";
import { securityJson } from "../json/team.ts";
import { type Route, byId, done } from "../route.ts";

const password = z.string().min(1).max(256);
const code = z.string().trim().min(6).max(20);
const backupCodes = z.array(z.string());

/** What a member does about their own access. */
export const SECURITY_ROUTES = {
  signInSecondFactor: {
    method: "POST",
    path: "/api/v1/sign-in/second-factor",
    summary:
      "The second step of a sign-in that was answered with done: false. A wrong code is wrong-code",
    open: true,
    body: z.object({ code, kind: z.enum(["app", "backup"]) }),
    answer: done,
  },
  getSecurity: {
    method: "GET",
    path: "/api/v1/me/security",
    summary: "Whether one has a password and a second factor, and where one is signed in",
    answer: securityJson,
  },
  setPassword: {
    method: "POST",
    path: "/api/v1/me/password",
    summary: "Set or change one's password; every other session of one's own ends",
    body: z.object({
      /** Not needed by somebody who has none yet. */
      current: password.nullable(),
      password: z.string().min(8).max(256),
    }),
    answer: done,
  },
  endSession: {
    method: "DELETE",
    path: "/api/v1/me/sessions/:id",
    summary: "End one of one's own sessions, at once also on its socket",
    params: byId,
    answer: done,
  },
  endOtherSessions: {
    method: "POST",
    path: "/api/v1/me/sessions/end-others",
    summary: "End every session of one's own but this one",
    answer: done,
  },
  beginTwoFactor: {
    method: "POST",
    path: "/api/v1/me/two-factor",
    summary:
      "Begin to set up a second factor: what an authenticator app reads, and codes for the day it is lost. It counts once it is confirmed",
    body: z.object({ password }),
    answer: z.object({ uri: z.string(), backupCodes }),
  },
  confirmTwoFactor: {
    method: "POST",
    path: "/api/v1/me/two-factor/confirm",
    summary: "Confirm the second factor with a code of the app; from now on every sign-in asks it",
    body: z.object({ code }),
    answer: done,
  },
  removeTwoFactor: {
    method: "POST",
    path: "/api/v1/me/two-factor/remove",
    summary: "Sign in with the password alone again",
    body: z.object({ password }),
    answer: done,
  },
  renewBackupCodes: {
    method: "POST",
    path: "/api/v1/me/two-factor/backup-codes",
    summary: "Other backup codes; those before stop working",
    body: z.object({ password }),
    answer: z.object({ backupCodes }),
  },
} as const satisfies Record<string, Route>;
