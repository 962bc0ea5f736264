import { createHash } from "node:crypto";
import type { Answer, Call, GraphRoute } from "../../graph/call.ts";
import { invalidParameter, unknownObject } from "../../graph/error.ts";
import { insertMedia, storeBytes } from "../../store/media.ts";
import type { Upload } from "../../store/kinds.ts";
import { newId, type World } from "../../world.ts";
import { plainType } from "../../world/media-rules.ts";

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
const TYPES = ["application/pdf", "image/jpeg", "image/jpg", "image/png", "video/mp4"];
const LENGTH_MAX = 100 * 1024 * 1024;

/**
 * Meta's resumable upload: a session, its bytes, and a handle at the end. Used
 * for samples of templates and for profile pictures.
 */
export const uploadsRoutes: readonly GraphRoute[] = [
  { node: "app", edge: "uploads", methods: ["POST"], scope: "none", handle: start },
  { node: "upload", edge: "", methods: ["POST"], scope: "none", handle: append },
  { node: "upload", edge: "", methods: ["GET"], scope: "none", handle: read },
];

function start(call: Call): Answer {
  const { world, params } = call;
  const length = Number(params.text("file_length"));
  const mimeType = plainType(params.text("file_type"));
  if (!(length > 0 && length <= LENGTH_MAX)) {
    throw invalidParameter(`Param file_length must be between 1 and ${LENGTH_MAX}.`);
  }
  if (!TYPES.includes(mimeType)) {
    throw invalidParameter(
      `Param file_type must be one of {${TYPES.join(", ")}} - got "${mimeType}".`,
    );
  }
  const session = Buffer.from(newId(world, "upload")).toString("base64url");
  const id = `upload:${session}`;
  world.kinds.uploads.put(id, {
    id,
    name: params.optionalText("file_name") ?? "",
    mimeType,
    length,
    received: "",
    handle: null,
    mediaId: null,
  });
  return { body: { id: `${id}?sig=${signatureOf(world, id)}` } };
}

function append(call: Call): Answer {
  const { world } = call;
  const upload = load(call);
  const received = Buffer.from(upload.received, "base64");
  const offset = Number(call.headers["file_offset"] ?? 0);
  if (offset !== received.length) {
    throw invalidParameter(`The header file_offset must be ${received.length}.`);
  }
  const bytes = Buffer.concat([received, call.bytes]);
  if (bytes.length > upload.length) {
    throw invalidParameter(`The upload has more than the ${upload.length} bytes it was to have.`);
  }
  if (bytes.length < upload.length) {
    world.kinds.uploads.put(upload.id, { ...upload, received: bytes.toString("base64") });
    return { body: { id: upload.id, file_offset: bytes.length } };
  }
  return { body: { h: finish(world, upload, bytes) } };
}

function read(call: Call): Answer {
  const upload = load(call);
  const offset = Buffer.from(upload.received, "base64").length;
  return { body: { id: upload.id, file_offset: upload.handle === null ? offset : upload.length } };
}

function finish(world: World, upload: Upload, bytes: Uint8Array): string {
  const type = Buffer.from(upload.mimeType).toString("base64");
  const hash = createHash("sha256").update(upload.id).digest("base64url");
  const handle = `4::${type}:${hash}:e:${Math.floor(world.clock.now() / 1000)}`;
  world.db.write(() => {
    const media = insertMedia(world.db, {
      id: newId(world, "media"),
      phoneNumberId: null,
      sha256: storeBytes(world.db, bytes),
      mimeType: upload.mimeType,
      filename: upload.name || null,
      sizeBytes: bytes.length,
      expiresAt: world.clock.now() + YEAR_MS,
    });
    world.kinds.uploads.put(upload.id, { ...upload, received: "", handle, mediaId: media.id });
  });
  return handle;
}

function load(call: Call): Upload {
  const upload = call.world.kinds.uploads.find(call.id);
  const signature = call.params.optionalText("sig");
  if (
    upload === null ||
    (signature !== undefined && signature !== signatureOf(call.world, upload.id))
  ) {
    throw unknownObject(call.method, call.id);
  }
  return upload;
}

function signatureOf(world: World, id: string): string {
  return createHash("sha256").update(`${world.seed}:${id}`).digest("base64url").slice(0, 20);
}
