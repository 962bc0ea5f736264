import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { idOf } from "@galka/core/kernel/ids";
import type { FileView } from "@galka/postgres/stores/views/file-list";
import { z } from "zod";
import { findStoredFile } from "../../operations/files/find-stored-file.ts";
import { makePreview } from "../../operations/files/make-preview.ts";
import type { Desk } from "../desk.ts";
import { refuse } from "../handle.ts";
import { RefusedRequest } from "../refusals.ts";
import { parseRange } from "./byte-range.ts";
import { attachmentDisposition } from "./content-disposition.ts";
import { canPreview, servedType } from "./media-types.ts";

const params = z.object({ id: z.uuid() });

/**
 * Serves what people sent, from a path of its own.
 *
 * Nothing here is ever a document of this origin: it is an attachment, its type
 * is what its bytes say, and should a browser show it all the same, the policy
 * takes scripts, forms and the origin away from it.
 */
export function addFiles(server: FastifyInstance, desk: Desk): void {
  server.get("/files/:id", { schema: { params } }, async (request, reply) => {
    const file = await fileOf(desk, request);
    return file ? sendFile(desk, file, request, reply) : refuse(reply, { refused: "not-found" });
  });
  server.get("/files/:id/preview", { schema: { params } }, async (request, reply) => {
    const file = await fileOf(desk, request);
    if (!file || !canPreview(file.mediaType)) return refuse(reply, { refused: "not-found" });
    const picture = await makePreview(desk.app, file.sha256);
    if (!picture) return refuse(reply, { refused: "not-found" });
    return confine(reply).header("content-disposition", "inline").type("image/webp").send(picture);
  });
}

type Stored = FileView & { readonly sha256: string; readonly sizeBytes: number };

async function fileOf(desk: Desk, request: FastifyRequest): Promise<Stored | null> {
  if (!request.member) throw new RefusedRequest("not-signed-in");
  const { id } = params.parse(request.params);
  return findStoredFile(desk.app, request.member, idOf(id));
}

function confine(reply: FastifyReply): FastifyReply {
  return reply.headers({
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    // What is behind an id never changes; who may read it is asked again by every other browser.
    "cache-control": "private, max-age=31536000, immutable",
  });
}

async function sendFile(
  desk: Desk,
  file: Stored,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  confine(reply).headers({
    "content-disposition": attachmentDisposition(file.name),
    "accept-ranges": "bytes",
    etag: `"${file.sha256}"`,
  });
  if (request.headers["if-none-match"] === `"${file.sha256}"`) return reply.code(304).send();

  const asked = parseRange(request.headers.range, file.sizeBytes);
  if (asked.kind === "unsatisfiable") {
    return reply.code(416).header("content-range", `bytes */${file.sizeBytes}`).send();
  }
  const range = asked.kind === "part" ? asked.range : undefined;
  const bytes = await desk.app.files.open(file.sha256, range);
  if (!bytes) return refuse(reply, { refused: "not-found" });
  if (range) {
    reply.code(206).header("content-range", `bytes ${range.start}-${range.end}/${file.sizeBytes}`);
  }
  const length = range ? range.end - range.start + 1 : file.sizeBytes;
  return reply
    .header("content-length", length)
    .type(servedType(file.mediaType))
    .send(Readable.from(bytes, { objectMode: false }));
}
