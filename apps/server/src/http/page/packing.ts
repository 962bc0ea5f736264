import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { FastifyInstance, FastifyRequest } from "fastify";

export type Encoding = "br" | "gzip";

/** Below it the packing costs more than the line saves. */
const WORTH_BYTES = 4096;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** The best encoding that the browser understands; null when it understands none. */
export function encodingFor(request: FastifyRequest): Encoding | null {
  const accepted = request.headers["accept-encoding"]?.toString() ?? "";
  if (/\bbr\b/.test(accepted)) return "br";
  return /\bgzip\b/.test(accepted) ? "gzip" : null;
}

/** Packs what is kept and sent many times, so it may take a moment. */
export function packWell(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  return encoding === "br" ? brotli(bytes, brotliAt(8)) : zip(bytes);
}

/**
 * Packs the long answers of a scope: a list of conversations becomes a tenth.
 *
 * Quickly rather than tightly, and on the threads beside this one: somebody waits for it.
 */
export function addPackedAnswers(scope: FastifyInstance): void {
  scope.addHook("onSend", async (request, reply, payload) => {
    if (typeof payload !== "string" || payload.length < WORTH_BYTES) return payload;
    reply.header("vary", "accept-encoding");
    const encoding = encodingFor(request);
    if (encoding === null) return payload;
    reply.header("content-encoding", encoding);
    const bytes = Buffer.from(payload);
    return encoding === "br" ? brotli(bytes, brotliAt(3)) : zip(bytes, { level: 3 });
  });
}

function brotliAt(quality: number) {
  return { params: { [constants.BROTLI_PARAM_QUALITY]: quality } };
}
