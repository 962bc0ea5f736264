import { handle } from "../handle.ts";
import { RefusedRequest } from "../refusals.ts";
import { webHeaders } from "../session.ts";

export const signInRoutes = {
  signIn: handle("signIn", async ({ desk, body, request, reply }) => {
    const { email, password } = body;
    const wait = desk.attempts.waitSeconds(email, request.ip);
    if (wait !== null) throw new RefusedRequest("too-many-requests", { afterSeconds: wait });

    const signedIn = await desk.signIn.withPassword(email, password, webHeaders(request));
    if (!signedIn) {
      desk.attempts.failed(email, request.ip);
      return { refused: "not-signed-in" };
    }
    desk.attempts.succeeded(email, request.ip);
    reply.header("set-cookie", [...signedIn.cookies]);
    return { done: !signedIn.asksSecondFactor };
  }),

  signOut: handle("signOut", async ({ desk, request, reply }) => {
    const { cookies } = await desk.signIn.signOut(webHeaders(request));
    if (request.sessionId !== null) desk.realtime.endSession(request.sessionId);
    reply.header("set-cookie", [...cookies]);
    return { done: true };
  }),
};
