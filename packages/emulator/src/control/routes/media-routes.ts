import type { FastifyInstance } from "fastify";
import { findMedia, insertMedia, loadBytes, storeBytes } from "../../store/media.ts";
import { newId, type World } from "../../world.ts";
import {
  type ControlCall,
  ControlRefusal,
  type ControlRoute,
  type DescribedRoute,
} from "../route.ts";

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
/** Types that a browser may show in place; everything else it only saves. */
const SHOWN = /^(image\/(png|jpeg|webp|gif)|audio\/[\w.+-]+|video\/[\w.+-]+|application\/pdf)$/;

/** Files on people's phones. Their bytes are served by `serveControlMedia`. */
export const controlMediaRoutes: readonly ControlRoute[] = [
  {
    method: "POST",
    path: "/media",
    summary: "Puts a file on a phone: the bytes as the body, with their Content-Type",
    query: ["filename"],
    body: "bytes",
    answer: "MediaJson",
    handle: upload,
  },
];

function upload(call: ControlCall) {
  const { world, bytes } = call;
  if (bytes.length === 0) {
    throw new ControlRefusal(
      "bad-request",
      "The body is empty. Send the file's bytes as the body.",
    );
  }
  const media = world.db.write(() =>
    insertMedia(world.db, {
      id: newId(world, "media"),
      phoneNumberId: null,
      sha256: storeBytes(world.db, bytes),
      mimeType: call.contentType === "" ? "application/octet-stream" : call.contentType,
      filename: call.query["filename"] ?? null,
      sizeBytes: bytes.length,
      expiresAt: world.clock.now() + YEAR_MS,
    }),
  );
  return {
    mediaId: media.id,
    url: `/_emulator/media/${media.id}`,
    mimeType: media.mimeType,
    sizeBytes: media.sizeBytes,
    filename: media.filename,
  };
}

export const MEDIA_BYTES: DescribedRoute = {
  method: "GET",
  path: "/media/{media}",
  summary: "A file on a phone, in ranges if asked",
  answer: "the bytes",
  answerType: "*/*",
};

/** Serves a file to the phones page, in ranges so that sound and film can be sought. */
export function serveControlMedia(app: FastifyInstance, world: World): void {
  app.get<{ Params: { media: string } }>("/_emulator/media/:media", async (request, reply) => {
    const media = findMedia(world.db, request.params.media);
    if (media === null) {
      const message = `There is no media "${request.params.media}".`;
      return reply.code(404).send({ error: { code: "not-found", message } });
    }
    const bytes = Buffer.from(loadBytes(world.db, media.sha256));
    const plain = media.mimeType.split(";")[0] ?? "";
    void reply
      .header("x-content-type-options", "nosniff")
      .header("content-security-policy", "default-src 'none'; sandbox")
      .header("content-disposition", SHOWN.test(plain) ? "inline" : "attachment")
      .header("accept-ranges", "bytes")
      .header("cache-control", "private, max-age=31536000, immutable")
      .type(SHOWN.test(plain) ? media.mimeType : "application/octet-stream");
    const range = rangeOf(request.headers.range, bytes.length);
    if (range === null) return reply.send(bytes);
    if (range === "unsatisfiable") {
      return reply.code(416).header("content-range", `bytes */${bytes.length}`).send();
    }
    return reply
      .code(206)
      .header("content-range", `bytes ${range.start}-${range.end}/${bytes.length}`)
      .send(bytes.subarray(range.start, range.end + 1));
  });
}

type Range = { readonly start: number; readonly end: number };

/** The first range of the header; `null` is the whole file. */
export function rangeOf(header: string | undefined, size: number): Range | "unsatisfiable" | null {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? "") ?? [];
  if (from === undefined || to === undefined || (from === "" && to === "")) return null;
  const start = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  return start > end || start >= size ? "unsatisfiable" : { start, end };
}
