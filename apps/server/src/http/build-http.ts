import websocket from "@fastify/websocket";
import multipart from "@fastify/multipart";
import Fastify, { type FastifyInstance } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { addApiDocument } from "./api-document.ts";
import type { Desk } from "./desk.ts";
import { addFaults } from "./faults.ts";
import { addPeopleDownloads } from "./files/people-downloads.ts";
import { addConsentProof } from "./files/consent-proof.ts";
import { addCampaignDownload } from "./files/campaign-recipients.ts";
import { addConversationExport } from "./files/conversation-export.ts";
import { addSatisfactionDownload } from "./files/satisfaction-download.ts";
import { addFiles } from "./files/serve-file.ts";
import { addProfilePictures } from "./files/serve-profile-picture.ts";
import { addUnreadLines } from "./files/unread-lines.ts";
import { MAX_UPLOAD_BYTES } from "./files/upload-limits.ts";
import { addHealth, type Health } from "./health.ts";
import { addKeepableText } from "./keepable-text.ts";
import { addRateLimit } from "./limits.ts";
import { addPackedAnswers } from "./page/packing.ts";
import { addPage } from "./page/page.ts";
import { addRealtime } from "./realtime-socket.ts";
import { HANDLERS } from "./routes.ts";
import { addSameOriginCheck } from "./same-origin.ts";
import { addSecurityHeaders } from "./security-headers.ts";
import { addSession } from "./session.ts";
import { isNearest } from "./nearest-proxy.ts";
import { addSignInLink } from "./sign-in-link-page.ts";

export type HttpParts = {
  readonly desk: Desk;
  /** Where channels deliver; null in a process that does not receive. */
  readonly webhooks: ((server: FastifyInstance) => Promise<void>) | null;
  readonly health: Health;
};

/** The HTTP server without the port: every route of the contract, the files, the page, the socket. */
export async function buildHttp({ desk, health, webhooks }: HttpParts): Promise<FastifyInstance> {
  const server = Fastify({
    logger: false,
    trustProxy: desk.settings.trustProxy ? isNearest : false,
    bodyLimit: 1_048_576,
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: 300 },
  });
  // Beside everything that is for browsers, not within: a webhook has a signature and no session, and comes by the thousand.
  if (webhooks) await server.register(webhooks);
  // It belongs to the port, which is one for all.
  await server.register(websocket, { options: { maxPayload: 65_536 } });
  await server.register((site) => addSite(site, desk, health));
  return server;
}

/** What people and their programs use. Its hooks are its own: Fastify hands a hook down to every scope below, earlier ones too. */
async function addSite(server: FastifyInstance, desk: Desk, health: Health): Promise<void> {
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  addFaults(server, desk.app);
  addMeasures(server, desk);
  await addSecurityHeaders(server, desk.settings);
  addSameOriginCheck(server, desk.settings.publicUrl);
  addSession(server, desk);
  await addRateLimit(server);
  await server.register(multipart, {
    limits: { files: 1, fields: 4, fileSize: MAX_UPLOAD_BYTES + 1 },
  });
  await server.register(async (api) => {
    api.addHook("onSend", async (_request, reply) => {
      reply.header("cache-control", "no-store");
    });
    addPackedAnswers(api);
    addKeepableText(api);
    for (const handler of Object.values(HANDLERS)) handler.mount(api, desk);
    addRealtime(api, desk);
  });
  addFiles(server, desk);
  addProfilePictures(server, desk);
  addUnreadLines(server, desk);
  addPeopleDownloads(server, desk);
  addCampaignDownload(server, desk);
  addSatisfactionDownload(server, desk);
  addConversationExport(server, desk);
  addConsentProof(server, desk);
  addSignInLink(server, desk);
  addApiDocument(server, desk.settings);
  addHealth(server, desk.settings, health);
  await addPage(server, desk.settings.pageDirectory);
}

/** Counts and times every request by its route, never by its path: paths have ids in them. */
function addMeasures(server: FastifyInstance, { app }: Desk): void {
  server.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "(none)";
    app.metrics.count("http_requests", { route, status: String(reply.statusCode) });
    app.metrics.time("http_request", reply.elapsedTime / 1000);
  });
}
