import { answerChallenge, verifySignature } from "@galka/cloud-api";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../../app.ts";
import { openIntake } from "../../operations/webhooks/accept-webhooks.ts";
import { receptionOf } from "../../operations/reception/reception.ts";
import {
  type WebhookSecrets,
  openSecretsCache,
} from "../../operations/webhooks/webhook-secrets.ts";

/** Meta sends at most 3 MB. Meta: "payloads … up to 3 MB", docs/…/webhooks/overview, read 2026-11. */
const LARGEST_BODY = 4 * 1024 * 1024;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

type Intake = ReturnType<typeof openIntake>;
type Secrets = ReturnType<typeof openSecretsCache>;

/**
 * Where Meta delivers: `/webhooks/whatsapp/<channel>`.
 *
 * The address names the channel, so that its secret is known before anything of
 * the body is believed. 200 means that the bytes are on disk; whatever keeps
 * them from it is a 503, and Meta comes again.
 */
export function webhookRoutes(
  app: App,
  steadyMs: () => number = () => performance.now(),
): (server: FastifyInstance) => Promise<void> {
  const secrets = openSecretsCache(app, steadyMs);
  const intake = openIntake(app);

  return async (server) => {
    await server.register(async (scope) => {
      // The signature is over the bytes: nothing may parse them first.
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser(
        "*",
        { parseAs: "buffer", bodyLimit: LARGEST_BODY },
        (_request, body, done) => done(null, body),
      );
      scope.get("/webhooks/whatsapp/:channelId", (request, reply) =>
        shakeHands(app, secrets, request, reply),
      );
      scope.post(
        "/webhooks/whatsapp/:channelId",
        { bodyLimit: LARGEST_BODY, config: { rateLimit: false } },
        (request, reply) => receive({ app, secrets, intake }, request, reply),
      );
    });
  };
}

/** Meta asks once, when the address is saved, whether it is really ours. */
async function shakeHands(
  app: App,
  secrets: Secrets,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const channelId = channelOf(request);
  const found = channelId === null ? null : await secrets.find(channelId, true);
  const query = new URL(request.url, "http://localhost").searchParams;
  const challenge = found ? answerChallenge(query, found.verifyToken) : null;
  if (challenge === null) {
    app.metrics.count("webhooks_refused", { reason: "handshake" });
    return reply.code(403).type("text/plain").send("The verify token is not this channel's.");
  }
  return reply.type("text/plain").send(challenge);
}

type Receiver = { readonly app: App; readonly secrets: Secrets; readonly intake: Intake };

async function receive(
  { app, secrets, intake }: Receiver,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const channelId = channelOf(request);
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  try {
    const found = channelId === null ? null : await secrets.find(channelId);
    if (channelId === null || !found) return refuse(app, reply, 404, "unknown-channel");
    if (found.appSecret === "") {
      app.log.error(
        { channelId: channelId },
        "A channel has no app secret: its webhooks are refused",
      );
      return refuse(app, reply, 503, "no-secret");
    }
    if (!(await isSigned(request, body, found, () => secrets.find(channelId, true)))) {
      return refuse(app, reply, 401, "signature");
    }
    await intake.accept({ hint: channelId, body });
  } catch (error) {
    receptionOf(app).noteRefusal();
    app.log.error({ error }, "A webhook could not be stored; its sender is asked to come again");
    return refuse(app, reply, 503, "not-stored");
  }
  app.metrics.count("webhooks_accepted");
  // No body: Meta reads none, and headers alone go out in one write.
  return reply.code(200).send();
}

function channelOf({ params }: FastifyRequest): string | null {
  const isNamed = typeof params === "object" && params !== null && "channelId" in params;
  const id = isNamed ? params.channelId : null;
  return typeof id === "string" && UUID.test(id) ? id : null;
}

/** A signature that does not fit is tried once more with the secret of this moment: it may have just been changed. */
async function isSigned(
  request: FastifyRequest,
  body: Buffer,
  known: WebhookSecrets,
  again: () => Promise<WebhookSecrets | null>,
): Promise<boolean> {
  const signature = request.headers["x-hub-signature-256"];
  if (verifySignature(body, signature, known.appSecret)) return true;
  const fresh = await again();
  if (!fresh || fresh.appSecret === "" || fresh.appSecret === known.appSecret) return false;
  return verifySignature(body, signature, fresh.appSecret);
}

function refuse(app: App, reply: FastifyReply, status: number, reason: string): FastifyReply {
  app.metrics.count("webhooks_refused", { reason });
  return reply.code(status).type("text/plain").send(reason);
}
