import { RefusedError, UnreachableError } from "@galka/contract/client";
import { type FileJson, fileJson } from "@galka/contract/json/message";
import { refusalJson } from "@galka/contract/refusals";
import { ROUTES } from "@galka/contract/routes";
import type { z } from "zod";

export type Upload<T> = { readonly done: Promise<T>; readonly cancel: () => void };

type UploadRoute = "uploadFile" | "uploadChatExport" | "uploadContacts";

/**
 * Uploads a file and tells how far it is, which `fetch` cannot.
 *
 * `onProgress` hears a share from 0 to 1. A cancelled upload never settles.
 */
export function upload<R extends UploadRoute>(
  route: R,
  file: File,
  onProgress: (share: number) => void,
): Upload<z.output<(typeof ROUTES)[R]["answer"]>> {
  const request = new XMLHttpRequest();
  const done = new Promise<z.output<(typeof ROUTES)[R]["answer"]>>((resolve, reject) => {
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    request.addEventListener("error", () =>
      reject(new UnreachableError("Galka could not be reached.")),
    );
    request.addEventListener("load", () => {
      try {
        // The answer was written from this very schema; the server's tests parse every answer with it.
        resolve(answerOf(request) as z.output<(typeof ROUTES)[R]["answer"]>);
      } catch (error) {
        reject(error);
      }
    });
    request.open("POST", ROUTES[route].path);
    const form = new FormData();
    form.append("file", file, file.name);
    request.send(form);
  });
  return { done, cancel: () => request.abort() };
}

function answerOf(request: XMLHttpRequest): unknown {
  const body = readBody(request);
  if (request.status >= 200 && request.status < 300) return body;
  const refusal = refusalJson.safeParse(body);
  if (refusal.success) throw new RefusedError(request.status, refusal.data);
  throw new UnreachableError(`The answer ${request.status} is not Galka's.`);
}

function readBody(request: XMLHttpRequest): unknown {
  try {
    return JSON.parse(request.responseText);
  } catch (error) {
    throw new UnreachableError(`The answer ${request.status} could not be read.`, { cause: error });
  }
}

/** A file of this machine as the message shows it before the server has it. */
export function localFile(file: File, id: string, url: string): FileJson {
  return fileJson.parse({
    id,
    state: "stored",
    mediaType: file.type || null,
    name: file.name,
    sizeBytes: file.size,
    width: null,
    height: null,
    durationMs: null,
    url,
    previewUrl: file.type.startsWith("image/") ? url : null,
    failure: null,
  });
}
