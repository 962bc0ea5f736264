import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";
import type { HttpSettings } from "./desk.ts";

/** Headers that tell the browser how little the page needs. */
export async function addSecurityHeaders(
  server: FastifyInstance,
  settings: HttpSettings,
): Promise<void> {
  const isHttps = settings.publicUrl.startsWith("https:");
  await server.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: directives(settings) },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: "no-referrer" },
    frameguard: { action: "deny" },
    // The phones' page of a demo is another origin and sends no policy of its own.
    crossOriginEmbedderPolicy: false,
    // Browsers ignore it, and complain, where there is no https.
    crossOriginOpenerPolicy: isHttps,
    originAgentCluster: isHttps,
  });
  // The docked phone of a demo records voice notes too, and is another origin.
  const phones = settings.phonesUrl ? ` "${new URL(settings.phonesUrl).origin}"` : "";
  const permissions = `camera=(), geolocation=(), microphone=(self${phones}), payment=()`;
  server.addHook("onSend", async (_request, reply) => {
    reply.header("permissions-policy", permissions);
  });
}

function directives(settings: HttpSettings): Record<string, string[]> {
  const here = new URL(settings.publicUrl);
  const socket = `${here.protocol === "https:" ? "wss" : "ws"}://${here.host}`;
  return {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:", "blob:"],
    "media-src": ["'self'", "blob:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", socket],
    "worker-src": ["'self'"],
    "manifest-src": ["'self'"],
    "frame-src": settings.phonesUrl ? [new URL(settings.phonesUrl).origin] : ["'none'"],
    "frame-ancestors": ["'none'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "object-src": ["'none'"],
  };
}
