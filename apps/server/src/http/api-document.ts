import type { FastifyInstance } from "fastify";
import { apiPage } from "./api-page.ts";
import type { HttpSettings } from "./desk.ts";
import { openApi } from "./open-api.ts";

/** The API described: as OpenAPI for programs, as a page for people. Both are made once, from the contract. */
export function addApiDocument(server: FastifyInstance, settings: HttpSettings): void {
  let document: ReturnType<typeof openApi> | null = null;
  const made = () => (document ??= openApi(settings));
  server.get("/api/openapi.json", async () => made());
  server.get("/api/docs", async (_request, reply) =>
    reply.type("text/html; charset=utf-8").send(apiPage(made())),
  );
  server.get("/api/docs.css", async (_request, reply) =>
    reply.type("text/css; charset=utf-8").send(API_PAGE_STYLE),
  );
}

const API_PAGE_STYLE = `
:root { color-scheme: light dark; font: 14px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1rem; margin: 0; display: inline; }
section { border-top: 1px solid color-mix(in oklab, currentColor 20%, transparent); padding: 1rem 0; }
code, pre { font: 12px/1.5 ui-monospace, monospace; }
pre { overflow-x: auto; padding: .75rem; border-radius: 8px; background: color-mix(in oklab, currentColor 7%, transparent); }
.method { font-weight: 600; display: inline-block; min-width: 4rem; }
summary { cursor: pointer; } a { color: inherit; }
nav ul { columns: 2; padding-left: 1rem; }
`;
