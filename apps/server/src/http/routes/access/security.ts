import {
  endOwnSessions,
  noteSecurity,
  readSecurity,
  setOwnPassword,
} from "../../../operations/security/own-security.ts";
import { handle } from "../../handle.ts";
import { presentSession } from "../../present/team.ts";
import { RefusedRequest } from "../../refusals.ts";
import { webHeaders } from "../../session.ts";

/** One address may try this many accounts' second factors as it may try passwords. */
const SECOND_STEP = "second factor";

export const securityRoutes = {
  signInSecondFactor: handle("signInSecondFactor", async ({ desk, body, request, reply }) => {
    const wait = desk.attempts.waitSeconds(SECOND_STEP, request.ip);
    if (wait !== null) throw new RefusedRequest("too-many-requests", { afterSeconds: wait });
    const signedIn = await desk.signIn.withSecondFactor(body, webHeaders(request));
    if ("refused" in signedIn) {
      desk.attempts.failed(SECOND_STEP, request.ip);
      return signedIn;
    }
    desk.attempts.succeeded(SECOND_STEP, request.ip);
    reply.header("set-cookie", [...signedIn.cookies]);
    return { done: true };
  }),

  getSecurity: handle("getSecurity", async ({ app, desk, member, request }) => {
    const { hasPassword, hasTwoFactor, sessions } = await readSecurity(app, member, desk.signIn);
    return {
      hasPassword,
      twoFactor: hasTwoFactor,
      sessions: sessions.map((it) => presentSession(it, request.sessionId)),
    };
  }),
  setPassword: handle("setPassword", async ({ app, desk, member, body, request }) => {
    const wait = desk.attempts.waitSeconds(member.email, request.ip);
    if (wait !== null) throw new RefusedRequest("too-many-requests", { afterSeconds: wait });
    const wish = { ...body, sessionId: request.sessionId ?? "" };
    const set = await setOwnPassword(app, member, wish, desk.signIn);
    if ("refused" in set) desk.attempts.failed(member.email, request.ip);
    return set;
  }),
  endSession: handle("endSession", ({ app, member, params }) =>
    endOwnSessions(app, member, { only: params.id }),
  ),
  endOtherSessions: handle("endOtherSessions", ({ app, member, request }) =>
    endOwnSessions(app, member, { except: request.sessionId ?? "" }),
  ),

  beginTwoFactor: handle("beginTwoFactor", async ({ desk, body, request }) => {
    const begun = await desk.signIn.begin(body.password, webHeaders(request));
    if (!begun) return { refused: "wrong-password" };
    return { uri: begun.uri, backupCodes: [...begun.backupCodes] };
  }),
  confirmTwoFactor: handle(
    "confirmTwoFactor",
    async ({ app, desk, member, body, request, reply }) => {
      const confirmed = await desk.signIn.confirm(body.code, webHeaders(request));
      if ("refused" in confirmed) return confirmed;
      reply.header("set-cookie", [...confirmed.cookies]);
      await noteSecurity(app, member, "two-factor-enabled", null);
      // The session is another one from here on: open pages come back with it.
      app.wake.tell("members", member.id);
      return { done: true };
    },
  ),
  removeTwoFactor: handle(
    "removeTwoFactor",
    async ({ app, desk, member, body, request, reply }) => {
      const removed = await desk.signIn.remove(body.password, webHeaders(request));
      if (!removed) return { refused: "wrong-password" };
      reply.header("set-cookie", [...removed.cookies]);
      await noteSecurity(app, member, "two-factor-disabled", null);
      app.wake.tell("members", member.id);
      return { done: true };
    },
  ),
  renewBackupCodes: handle("renewBackupCodes", async ({ app, desk, member, body, request }) => {
    const codes = await desk.signIn.renewBackupCodes(body.password, webHeaders(request));
    if (!codes) return { refused: "wrong-password" };
    await noteSecurity(app, member, "backup-codes-renewed", null);
    return { backupCodes: [...codes] };
  }),
};
