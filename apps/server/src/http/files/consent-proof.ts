import { Readable } from "node:stream";
import { idOf } from "@galka/core/kernel/ids";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { type ConsentProof, proveConsent } from "../../operations/consent/prove-consent.ts";
import { consentPdf } from "../../pdf/consent-pdf.ts";
import type { Desk } from "../desk.ts";
import { refuse } from "../handle.ts";
import { presentContactConsent } from "../present/consent.ts";
import { RefusedRequest } from "../refusals.ts";
import { attachmentDisposition } from "./content-disposition.ts";

const params = z.object({ id: z.uuid(), format: z.enum(["pdf", "json"]) });
/** The language of what Galka itself says in the document. */
const querystring = z.object({ language: z.enum(["en", "ru"]).default("en") });

/** Serves the proof of what a contact agreed to: /api/v1/contacts/:id/consent-proof/pdf or json. */
export function addConsentProof(server: FastifyInstance, desk: Desk): void {
  const path = "/api/v1/contacts/:id/consent-proof/:format";
  server.get(path, { schema: { params, querystring } }, async (request, reply) => {
    if (!request.member) throw new RefusedRequest("not-signed-in");
    const { id, format } = params.parse(request.params);
    const { language } = querystring.parse(request.query);
    const proof = await proveConsent(desk.app, request.member, idOf(id));
    if ("refused" in proof) return refuse(reply, proof);
    reply.headers({
      "content-disposition": attachmentDisposition(`consent ${proof.contactName ?? id}.${format}`),
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    });
    if (format === "json") {
      return reply
        .type("application/json; charset=utf-8")
        .serializer((it: unknown) => JSON.stringify(it, null, 2))
        .send(asJson(proof));
    }
    return reply
      .type("application/pdf")
      .send(Readable.from(consentPdf(proof, language), { objectMode: false }));
  });
}

function asJson(proof: ConsentProof): object {
  const { business, contactName, identities, exportedBy, exportedAt, consent, sentBy } = proof;
  return {
    business,
    contactName,
    identities,
    madeBy: exportedBy,
    madeAt: exportedAt.toISOString(),
    consent: presentContactConsent(consent),
    sentByRecord: Object.fromEntries(sentBy),
  };
}
