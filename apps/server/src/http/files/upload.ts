import type { FastifyRequest } from "fastify";
import type { Upload } from "../../operations/files/store-upload.ts";
import { RefusedRequest } from "../refusals.ts";
import { MAX_UPLOAD_BYTES } from "./upload-limits.ts";

/** The one file of a multipart request, as a stream that has not been read yet. */
export async function uploadOf(
  request: FastifyRequest,
  maxBytes = MAX_UPLOAD_BYTES,
): Promise<Upload> {
  // One byte more than is allowed comes through, so that whoever reads the bytes sees that it is too many.
  const limits = { fileSize: maxBytes + 1 };
  const file = request.isMultipart() ? await request.file({ limits }) : undefined;
  if (!file) {
    throw new RefusedRequest("invalid-request", {
      problems: [{ field: "file", problem: "send one file as multipart/form-data" }],
    });
  }
  return {
    bytes: file.file,
    name: file.filename === "" ? null : file.filename.slice(-240),
    claimedType: file.mimetype || null,
    maxBytes,
  };
}
