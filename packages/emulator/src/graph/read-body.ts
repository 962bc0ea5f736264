import busboy from "busboy";
import type { FastifyRequest } from "fastify";
import { isObject, type JsonObject, parseJson } from "../json.ts";
import type { UploadedFile } from "./call.ts";
import { invalidParameter } from "./error.ts";

export type ReadBody = {
  readonly values: JsonObject;
  readonly files: readonly UploadedFile[];
  readonly bytes: Uint8Array;
};

const NO_BYTES = new Uint8Array();

/**
 * The body in whichever form it came: JSON, form fields or multipart. Clients
 * differ, and Graph takes all of them on every edge.
 */
export async function readBody(request: FastifyRequest): Promise<ReadBody> {
  const bytes = request.body instanceof Uint8Array ? request.body : NO_BYTES;
  const type = (request.headers["content-type"] ?? "").toLowerCase();
  if (type.startsWith("multipart/form-data")) return readMultipart(request, bytes);
  if (bytes.length === 0) return { values: {}, files: [], bytes };
  if (type.startsWith("application/x-www-form-urlencoded")) {
    const form = new URLSearchParams(new TextDecoder().decode(bytes));
    return { values: fromPairs([...form]), files: [], bytes };
  }
  if (!type.includes("json")) return { values: {}, files: [], bytes };
  const values = parseJson(new TextDecoder().decode(bytes));
  if (!isObject(values)) throw invalidParameter("The request body is not a valid JSON object.");
  return { values, files: [], bytes };
}

/** Query parameters. A list or object inside one is written as JSON. */
export function readQuery(url: string): JsonObject {
  const start = url.indexOf("?");
  return start < 0 ? {} : fromPairs([...new URLSearchParams(url.slice(start + 1))]);
}

function fromPairs(pairs: readonly (readonly [string, string])[]): JsonObject {
  const values: Record<string, unknown> = {};
  for (const [name, text] of pairs) {
    const key = name.replace(/\[\d*\]$/, "");
    const value = /^\s*[[{]/.test(text) ? (parseJson(text) ?? text) : text;
    const known = values[key];
    if (name === key || !(key in values)) values[key] = name === key ? value : [value];
    else if (Array.isArray(known)) values[key] = [...known, value];
  }
  return values;
}

function readMultipart(request: FastifyRequest, bytes: Uint8Array): Promise<ReadBody> {
  const { promise, resolve, reject } = Promise.withResolvers<ReadBody>();
  const pairs: [string, string][] = [];
  const files: UploadedFile[] = [];
  const broken = () => reject(invalidParameter("The multipart body cannot be read."));
  try {
    const parser = busboy({ headers: request.headers, defParamCharset: "utf8" });
    parser.on("field", (name, value) => pairs.push([name, value]));
    parser.on("file", (field, stream, info) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { filename, mimeType } = info;
        files.push({ field, filename: filename ?? "", mimeType, bytes: Buffer.concat(chunks) });
      });
    });
    parser.on("error", broken);
    parser.on("close", () => resolve({ values: fromPairs(pairs), files, bytes }));
    parser.end(bytes);
  } catch {
    broken();
  }
  return promise;
}
