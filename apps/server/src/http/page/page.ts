import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { refuse } from "../handle.ts";
import { type Encoding, encodingFor, packWell } from "./packing.ts";

type Asset = {
  readonly bytes: Buffer;
  readonly type: string;
  readonly etag: string;
  /** Named by its content, so it never changes. */
  readonly isImmutable: boolean;
  readonly packed: Map<Encoding, Promise<Buffer>>;
};

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".mp3": "audio/mpeg",
  ".ogg": "audio/ogg",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

const PACKABLE = /^(?:text\/|application\/(?:json|manifest)|image\/svg)/;
/** Paths that are never the page: a wrong one of these gets an honest 404. */
const NOT_THE_PAGE = /^\/(?:api|files|webhooks|sign-in\/link|assets)(?:\/|$)/;

/**
 * Serves the built page of the team's workspace from memory.
 *
 * A path is looked up among the files that were there at the start, so no path
 * can lead out of the directory. Every path without a file is the page itself,
 * which knows its own addresses.
 */
export async function addPage(server: FastifyInstance, directory: string): Promise<void> {
  const assets = await readAssets(directory);
  server.get("/*", async (request, reply) => {
    const path = pathOf(request);
    const asset = assets.get(path);
    if (asset) return sendAsset(request, reply, asset);
    const page = NOT_THE_PAGE.test(path) ? undefined : assets.get("/index.html");
    return page ? sendAsset(request, reply, page) : refuse(reply, { refused: "not-found" });
  });
}

function pathOf(request: FastifyRequest): string {
  const path = request.url.split("?", 1)[0] ?? "/";
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function readAssets(directory: string): Promise<ReadonlyMap<string, Asset>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  const files = entries.filter(
    (entry) => entry.isFile() && !entry.name.startsWith(".") && !isPacked(entry.name),
  );
  const assets = new Map<string, Asset>();
  for (const entry of files) {
    const path = join(entry.parentPath, entry.name);
    const url = `/${relative(directory, path).split(sep).join("/")}`;
    assets.set(url, await readAsset(path, url));
  }
  return assets;
}

/** What the build lays beside a file, by the encoding that it is in. */
const PACKED: Readonly<Record<Encoding, string>> = { br: ".br", gzip: ".gz" };

function isPacked(name: string): boolean {
  return Object.values(PACKED).includes(extname(name));
}

async function readPacked(path: string): Promise<Map<Encoding, Promise<Buffer>>> {
  const packed = new Map<Encoding, Promise<Buffer>>();
  for (const encoding of ["br", "gzip"] as const) {
    const bytes = await readFile(path + PACKED[encoding]).catch(() => null);
    if (bytes) packed.set(encoding, Promise.resolve(bytes));
  }
  return packed;
}

async function readAsset(path: string, url: string): Promise<Asset> {
  const bytes = await readFile(path);
  return {
    bytes,
    type: TYPES[extname(path)] ?? "application/octet-stream",
    etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 27)}"`,
    isImmutable: url.startsWith("/assets/"),
    packed: await readPacked(path),
  };
}

async function sendAsset(
  request: FastifyRequest,
  reply: FastifyReply,
  asset: Asset,
): Promise<FastifyReply> {
  reply.headers({
    "cache-control": asset.isImmutable ? "public, max-age=31536000, immutable" : "no-cache",
    etag: asset.etag,
    vary: "accept-encoding",
  });
  if (request.headers["if-none-match"] === asset.etag) return reply.code(304).send();

  reply.type(asset.type);
  const encoding = PACKABLE.test(asset.type) ? encodingFor(request) : null;
  if (encoding === null) return reply.send(asset.bytes);
  return reply.header("content-encoding", encoding).send(await packedBytes(asset, encoding));
}

/** As the build packed it; where it did not, packed when it is first asked for, once. */
function packedBytes(asset: Asset, encoding: Encoding): Promise<Buffer> {
  const known = asset.packed.get(encoding);
  if (known) return known;
  const packed = packWell(asset.bytes, encoding);
  asset.packed.set(encoding, packed);
  return packed;
}
