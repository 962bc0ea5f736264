import type { LoggedRequest } from "../store/requests.ts";
import { REPLAY_HEADER } from "./log-calls.ts";

/** Makes a logged call again over HTTP, so that it meets all that a first call would meet. */
export async function replayCall(url: string, request: LoggedRequest): Promise<void> {
  const headers = new Headers({ [REPLAY_HEADER]: String(request.id) });
  if (request.contentType !== null) headers.set("content-type", request.contentType);
  if (request.token !== null) headers.set("authorization", `Bearer ${request.token}`);
  try {
    const answer = await fetch(`${url}${request.path}${request.query}`, {
      method: request.method,
      headers,
      ...(request.body === null ? {} : { body: request.body }),
    });
    await answer.arrayBuffer();
  } catch {
    // A fault that destroys the connection: the log has the call with no answer.
  }
}
