import { answer, id, number, text } from "../reader.ts";
import type { UploadHandle, UploadProgress, UploadSession } from "../wire/media.ts";
import { path } from "./graph.ts";
import type { Graph } from "./graph.ts";
import type { CallOptions } from "./options.ts";

/** What is going to be uploaded. */
export type UploadPlan = {
  readonly fileName?: string;
  readonly fileLength: number;
  readonly fileType: string;
};

const readSession = answer<UploadSession>({ id });
const readProgress = answer<UploadProgress>({ file_offset: number });
const readHandle = answer<UploadHandle>({ h: text });

/** Resumable uploads: samples of templates and the profile picture are given by their handles. */
export function uploadsOf(graph: Graph) {
  return {
    /** Opens a session for one file. */
    async create(appId: string, plan: UploadPlan, options: CallOptions = {}) {
      const query = {
        file_name: plan.fileName,
        file_length: plan.fileLength,
        file_type: plan.fileType,
      };
      return graph.call(
        { method: "POST", path: path(appId, "uploads"), query, ...options },
        readSession,
      );
    },

    /**
     * Uploads the bytes of the file from `offset` to its end, and gives its handle.
     *
     * `bytes` are those from the offset on, not the whole file.
     */
    async upload(
      sessionId: string,
      bytes: Uint8Array | Blob,
      options: CallOptions & { readonly offset?: number } = {},
    ): Promise<UploadHandle> {
      const { offset = 0, ...rest } = options;
      return graph.call(
        { method: "POST", path: sessionPath(sessionId), body: { bytes, offset }, ...rest },
        readHandle,
      );
    },

    /** How many bytes of the file Meta holds. */
    async progress(sessionId: string, options: CallOptions = {}): Promise<UploadProgress> {
      return graph.call({ method: "GET", path: sessionPath(sessionId), ...options }, readProgress);
    },

    /** Goes on with a broken upload of `file`, the whole of it, from where Meta has it. */
    async resume(sessionId: string, file: Blob, options: CallOptions = {}): Promise<UploadHandle> {
      const { file_offset: offset } = await this.progress(sessionId, options);
      return this.upload(sessionId, file.slice(offset), { offset, ...options });
    },
  };
}

/** A session's id carries its own query (`upload:…?sig=…`) and goes into the address as it is. */
function sessionPath(sessionId: string): string {
  if (!/^upload:[\w+/=:-]+(\?[\w+/=:&%.-]*)?$/.test(sessionId)) {
    throw new TypeError(`This is not the id of an upload session: "${sessionId}"`);
  }
  return sessionId;
}
