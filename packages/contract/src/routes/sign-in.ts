import { z } from "zod";
import { type Route, done } from "../route.ts";

export const SIGN_IN_ROUTES = {
  signIn: {
    method: "POST",
    path: "/api/v1/sign-in",
    summary:
      "Sign in with e-mail and password; the answer sets the session's cookie. Wrong ones are not-signed-in. With done: false the second factor is still to come",
    open: true,
    body: z.object({ email: z.string().min(3).max(320), password: z.string().min(1).max(256) }),
    answer: z.object({ done: z.boolean() }),
  },
  signOut: {
    method: "POST",
    path: "/api/v1/sign-out",
    summary: "End this session, here and on the realtime socket",
    open: true,
    answer: done,
  },
} as const satisfies Record<string, Route>;
