import { MediaTooLargeError } from "../errors/media-too-large-error.ts";
import { answer, id, numberOrText, text } from "../reader.ts";
import type { MediaDescription, MediaUploaded } from "../wire/media.ts";
import { blobOf, noAnswer, path, readAnswer, send } from "./graph.ts";
import type { Graph } from "./graph.ts";
import type { CallOptions, Settings } from "./options.ts";
import { readSuccess } from "./success.ts";

/** A file to upload. */
export type MediaFile = {
  readonly bytes: Uint8Array | Blob;
  readonly mimeType: string;
  /** What Meta calls the file; people see `filename` of the message instead. */
  readonly filename?: string;
};

/** A file being fetched. */
export type MediaStream = {
  readonly body: ReadableStream<Uint8Array>;
  /** What the server says the file is; not to be trusted. */
  readonly mimeType: string | null;
  readonly contentLength: number | null;
};

/** Meta's largest file is a document of 100 MB: docs/…/media, read 2026-11. */
const LARGEST_BYTES = 100 * 1024 * 1024;

/** Where Meta keeps files. No other host is sent the token. */
const META_HOST = /(^|\.)(fbsbx\.com|fbcdn\.net|facebook\.com|whatsapp\.net)$/;

const readUploaded = answer<MediaUploaded>({ id });
const readDescription = answer<MediaDescription>({
  id,
  url: text,
  mime_type: text,
  sha256: text,
  file_size: numberOrText,
});

/** Files of messages. */
export function mediaOf(graph: Graph) {
  const { settings } = graph;
  return {
    /** Uploads a file. Its id lives 30 days and serves only the number that uploaded it. */
    async upload(
      phoneNumberId: string,
      file: MediaFile,
      options: CallOptions = {},
    ): Promise<MediaUploaded> {
      const form = new FormData();
      form.set("messaging_product", "whatsapp");
      form.set("type", file.mimeType);
      const bytes = file.bytes instanceof Blob ? file.bytes : blobOf(file.bytes, file.mimeType);
      form.set("file", bytes.slice(0, bytes.size, file.mimeType), file.filename ?? "file");
      return graph.call(
        { method: "POST", path: path(phoneNumberId, "media"), body: { form }, ...options },
        readUploaded,
      );
    },

    /** Asks where a file can be fetched. The url lives 5 minutes, the id of a received file 7 days. */
    async describe(
      mediaId: string,
      options: CallOptions & { readonly phoneNumberId?: string } = {},
    ): Promise<MediaDescription> {
      const { phoneNumberId, ...rest } = options;
      const query = { phone_number_id: phoneNumberId };
      return graph.call({ method: "GET", path: path(mediaId), query, ...rest }, readDescription);
    },

    /**
     * Opens a file as a stream that fails with `MediaTooLargeError` beyond `maxBytes`.
     *
     * The token goes only to Meta's hosts, to the host of `baseUrl`, and to `mediaHosts`.
     *
     * @throws {TypeError} when the url is of another host.
     * @throws {CloudApiError | TransportError} when the file cannot be had; after 5 minutes the
     * url is dead and must be asked for again with `describe`.
     */
    async stream(
      url: string,
      options: CallOptions & { readonly maxBytes?: number } = {},
    ): Promise<MediaStream> {
      const { maxBytes = LARGEST_BYTES, ...rest } = options;
      const response = await openMedia(settings, url, rest);
      const contentLength = lengthOf(response);
      if (contentLength !== null && contentLength > maxBytes) {
        await response.body?.cancel();
        throw new MediaTooLargeError(maxBytes);
      }
      const body = response.body ?? new Blob([]).stream();
      const mimeType = response.headers.get("content-type");
      return { body: body.pipeThrough(noMoreThan(maxBytes)), mimeType, contentLength };
    },

    /**
     * Fetches a whole file into memory; see `stream`.
     *
     * @throws {MediaTooLargeError} beyond `maxBytes` (100 MB when absent).
     */
    async download(
      url: string,
      options: CallOptions & { readonly maxBytes?: number } = {},
    ): Promise<{ readonly bytes: Uint8Array; readonly mimeType: string | null }> {
      const { body, mimeType } = await this.stream(url, options);
      try {
        return { bytes: new Uint8Array(await new Response(body).arrayBuffer()), mimeType };
      } catch (cause) {
        if (cause instanceof MediaTooLargeError) throw cause;
        throw noAnswer("GET media", cause, "maybe");
      }
    },

    /** Deletes an uploaded file. */
    async delete(mediaId: string, options: CallOptions = {}) {
      return graph.call({ method: "DELETE", path: path(mediaId), ...options }, readSuccess);
    },
  };
}

async function openMedia(
  settings: Settings,
  address: string,
  options: CallOptions,
): Promise<Response> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !mayReceiveToken(settings, url)) {
    const host = url === null ? "an address that is not a URL" : url.host;
    throw new TypeError(`The token is not sent to ${host}: name it in mediaHosts if it is yours.`);
  }

  const headers = { authorization: `Bearer ${settings.token}` };
  const init = { method: "GET", headers };
  const response = await send(settings, { name: "GET media", url, init, options });
  if (response.ok) return response;
  return readAnswer<never>(response, { name: "GET media", read: () => undefined, partial: false });
}

function mayReceiveToken(settings: Settings, url: URL): boolean {
  if (url.origin === settings.origin || settings.mediaHosts.includes(url.host)) return true;
  return url.protocol === "https:" && META_HOST.test(url.hostname);
}

function lengthOf(response: Response): number | null {
  // With a content encoding the length is that of the packed bytes.
  if (response.headers.has("content-encoding")) return null;
  const length = response.headers.get("content-length");
  return length !== null && /^\d+$/.test(length) ? Number(length) : null;
}

function noMoreThan(maxBytes: number): TransformStream<Uint8Array, Uint8Array> {
  let seen = 0;
  return new TransformStream({
    transform(chunk, controller) {
      seen += chunk.byteLength;
      if (seen > maxBytes) controller.error(new MediaTooLargeError(maxBytes));
      else controller.enqueue(chunk);
    },
  });
}
