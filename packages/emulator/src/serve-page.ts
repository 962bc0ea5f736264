import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  // Galka docks the phones beside the inbox; both run on the developer's machine.
  "frame-ancestors 'self' http://localhost:* http://127.0.0.1:* https://localhost:* https://127.0.0.1:*",
].join("; ");

/** Serves the phones page at `/`, or says how to build it. */
export async function servePage(app: FastifyInstance, pageDir: string): Promise<void> {
  if (!existsSync(join(pageDir, "index.html"))) {
    app.get("/", (_request, reply) =>
      reply
        .type("text/plain")
        .send("The emulator runs. The phones page is not built: npm run build.\n"),
    );
    return;
  }
  await app.register(fastifyStatic, {
    root: pageDir,
    wildcard: false,
    setHeaders: (reply) => {
      reply.header("content-security-policy", CSP);
      reply.header("x-content-type-options", "nosniff");
      reply.header("referrer-policy", "no-referrer");
    },
  });
}
