import { strike } from "../faults/strike.ts";
import type { FastifyInstance } from "fastify";
import { applyFault } from "../graph/apply-fault.ts";
import { authenticate, tokenOf } from "../graph/authenticate.ts";
import { type Answer, type Call, callNumber, type GraphRoute, SUCCESS } from "../graph/call.ts";
import { GraphError, invalidParameter, unknownObject } from "../graph/error.ts";
import { readQuery } from "../graph/read-body.ts";
import { textAt } from "../json.ts";
import { isMediaUrlValid, mediaUrl } from "../people/media-url.ts";
import {
  deleteMedia,
  findMedia,
  insertMedia,
  loadBytes,
  type Media,
  storeBytes,
} from "../store/media.ts";
import { newId, type World } from "../world.ts";
import { MEDIA_TYPES, mediaProblem, plainType, typeOfName } from "../world/media-rules.ts";
import { requireProduct } from "../world/validate-message.ts";

// Meta: uploaded media is kept for 30 days, docs/…/business-phone-numbers/media, read 2026-11.
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

export const mediaRoutes: readonly GraphRoute[] = [
  { node: "number", edge: "media", methods: ["POST"], scope: "messaging", handle: upload },
  { node: "media", edge: "", methods: ["GET"], scope: "messaging", handle: describe },
  { node: "media", edge: "", methods: ["DELETE"], scope: "messaging", handle: remove },
];

function upload(call: Call): Answer {
  const { world, params } = call;
  const number = callNumber(call);
  requireProduct(params);
  const file = call.files.find((it) => it.field === "file") ?? call.files[0];
  if (file === undefined) throw params.missing("file");
  const mimeType = typeOf(params.optionalText("type"), file);
  const problem = mediaProblem(mimeType, file.bytes.length);
  if (problem !== null) throw refuseFile(mimeType, problem);
  const media = world.db.write(() =>
    insertMedia(world.db, {
      id: newId(world, "media"),
      phoneNumberId: number.id,
      sha256: storeBytes(world.db, file.bytes),
      mimeType,
      filename: file.filename || null,
      sizeBytes: file.bytes.length,
      expiresAt: world.clock.now() + KEPT_MS,
    }),
  );
  return { body: { id: media.id } };
}

/** The file's own type decides; clients that do not know it say so in `type` or not at all. */
function typeOf(
  given: string | undefined,
  file: { readonly mimeType: string; readonly filename: string },
): string {
  const own = file.mimeType.toLowerCase();
  const candidates = [own, given?.toLowerCase(), typeOfName(file.filename)];
  const known = candidates.find((it) => it !== undefined && it !== null && isKnown(it));
  return known ?? own;
}

function isKnown(mimeType: string): boolean {
  return MEDIA_TYPES.includes(plainType(mimeType));
}

function refuseFile(mimeType: string, problem: string): GraphError {
  if (isKnown(mimeType)) return invalidParameter(`Param file is not valid: ${problem}.`);
  return invalidParameter(
    `Param file must be a file with one of the following types: ${MEDIA_TYPES.join(", ")}. Received file of type '${mimeType}'.`,
  );
}

function describe(call: Call): Answer {
  const media = loadMedia(call);
  return {
    body: {
      messaging_product: "whatsapp",
      url: mediaUrl(call.world, media),
      mime_type: media.mimeType,
      sha256: media.sha256,
      file_size: String(media.sizeBytes),
      id: media.id,
    },
  };
}

function remove(call: Call): Answer {
  const media = loadMedia(call);
  call.world.db.write(() => deleteMedia(call.world.db, media.id));
  return SUCCESS;
}

function loadMedia(call: Call): Media {
  const { world, params, id, method, token } = call;
  const media = findMedia(world.db, id);
  const owner = media?.phoneNumberId ?? null;
  const number = owner === null ? null : world.kinds.numbers.find(owner);
  const reachable =
    number !== null &&
    (token === null || token.wabaIds.length === 0 || token.wabaIds.includes(number.wabaId));
  const asked = params.optionalText("phone_number_id");
  if (
    media === null ||
    media.deleted ||
    !reachable ||
    media.expiresAt <= world.clock.now() ||
    (asked !== undefined && asked !== owner)
  ) {
    throw unknownObject(method, id);
  }
  return media;
}

const BYTES_PATH = "/whatsapp_business/attachments/";

/** Serves the bytes behind a media URL: another host at Meta's, and never without a token. */
export function serveMediaBytes(app: FastifyInstance, world: World): void {
  app.get(BYTES_PATH, async (request, reply) => {
    try {
      const struck = strike(world, "request", { method: "GET", path: BYTES_PATH });
      const about = { world, method: "GET", id: "" };
      if (struck !== null && !(await applyFault(struck.action, reply, about))) return reply;
      authenticate(world, tokenOf(request.headers, undefined));
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      const unknown = error.status === 401 ? 401 : 404;
      const words = unknown === 401 ? "Unauthorized" : "Not Found";
      return reply.code(unknown).type("text/plain").send(words);
    }
    const query = readQuery(request.url);
    const mid = textAt(query, "mid") ?? "";
    const valid = isMediaUrlValid(
      world,
      mid,
      textAt(query, "ext") ?? "",
      textAt(query, "hash") ?? "",
    );
    const media = valid ? findMedia(world.db, mid) : null;
    if (media === null || media.deleted)
      return reply.code(404).type("text/plain").send("Not Found");
    return reply
      .type(media.mimeType)
      .header("content-disposition", "attachment")
      .header("x-content-type-options", "nosniff")
      .send(Buffer.from(loadBytes(world.db, media.sha256)));
  });
}
