import type { FastifyInstance, FastifyReply } from "fastify";
import { z } from "zod";
import type { Desk } from "./desk.ts";
import { webHeaders } from "./session.ts";

const params = z.object({ token: z.string().min(20).max(100) });

/**
 * The one-time link that the first start prints.
 *
 * Opening it changes nothing, because mail scanners, chat previews and browsers
 * that read ahead open links too; the button on the page uses it up.
 */
export function addSignInLink(server: FastifyInstance, desk: Desk): void {
  // The token comes back as a form's body, which has no fields to read.
  server.register(async (scope) => {
    scope.addContentTypeParser(
      "application/x-www-form-urlencoded",
      (_request, payload, done: (error: null) => void) => {
        payload.resume();
        done(null);
      },
    );
    scope.get("/sign-in/link/:token", { schema: { params } }, async (_request, reply) =>
      page(reply, 200, READY),
    );
    scope.post("/sign-in/link/:token", { schema: { params } }, async (request, reply) => {
      const { token } = params.parse(request.params);
      const signedIn = await desk.signIn.withLink(token, webHeaders(request));
      if (!signedIn) return page(reply, 410, USED_UP);
      return reply.header("set-cookie", [...signedIn.cookies]).redirect("/", 303);
    });
  });
  server.get("/sign-in/link.css", async (_request, reply) =>
    reply.type("text/css; charset=utf-8").send(STYLE),
  );
}

type Words = { readonly en: string; readonly ru: string; readonly form: string };

const READY: Words = {
  en: "This link signs you in once, on this device.",
  ru: "Эта ссылка впускает один раз, на этом устройстве.",
  form: `<form method="post"><button type="submit">Sign in · <span lang="ru">Войти</span></button></form>`,
};

const USED_UP: Words = {
  en: "This link has been used or is too old. Start Galka again to get another one, or sign in with your password.",
  ru: "Эта ссылка уже использована или устарела. Перезапустите Галку, чтобы получить другую, или войдите с паролем.",
  form: `<p><a href="/">Galka</a></p>`,
};

function page(reply: FastifyReply, status: number, { en, ru, form }: Words): FastifyReply {
  return reply
    .code(status)
    .headers({ "cache-control": "no-store", "x-robots-tag": "noindex" })
    .type("text/html; charset=utf-8").send(`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Galka</title><link rel="stylesheet" href="/sign-in/link.css"></head>
<body><main><h1>Galka</h1><p>${en}</p><p lang="ru">${ru}</p>${form}</main></body>
</html>`);
}

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { display: grid; place-items: center; min-height: 100vh; margin: 0; }
main { max-width: 26rem; padding: 1.5rem; }
button { font: inherit; padding: .6rem 1.2rem; border-radius: 8px; border: 0; background: #1d5fd0; color: #fff; cursor: pointer; }
button:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
`;
