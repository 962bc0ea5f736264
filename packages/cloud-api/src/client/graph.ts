import { CloudApiError } from "../errors/cloud-api-error.ts";
import { TransportError, sentBefore } from "../errors/transport-error.ts";
import { flag, isObject, list, number, object, own, text } from "../reader.ts";
import type { Reader } from "../reader.ts";
import type { GraphError } from "../wire/error.ts";
import { settle } from "./options.ts";
import type { CallOptions, CloudApiOptions, Settings } from "./options.ts";

/** One request to the Graph API. */
export type GraphCall = CallOptions & {
  readonly method: "GET" | "POST" | "DELETE";
  /** Below the version, without a slash at its start; see `path`. */
  readonly path: string;
  readonly query?: Query;
  readonly body?: GraphBody;
  /** Whether an answer with an error that also says what worked is an answer. */
  readonly partialAnswers?: boolean;
};

/** Parameters of a query; undefined ones are left out. */
export type Query = { readonly [name: string]: string | number | boolean | undefined };

/** What is sent: JSON, a form with a file, or the bytes of a resumable upload. */
export type GraphBody =
  | { readonly json: object }
  | { readonly form: FormData }
  | { readonly bytes: Uint8Array | Blob; readonly offset: number };

/** The one way to Meta; the resources are written in terms of it. */
export type Graph = {
  /**
   * Makes a call and reads its answer.
   *
   * @throws {CloudApiError} when Meta answers with an error.
   * @throws {TransportError} when there is no answer, or none that can be understood.
   */
  call<T>(call: GraphCall, read: Reader<T>): Promise<T>;
  readonly settings: Settings;
};

/** Opens the way to Meta. Nothing is sent yet. */
export function openGraph(options: CloudApiOptions): Graph {
  const settings = settle(options);
  return { settings, call: (call, read) => callGraph(settings, call, read) };
}

/**
 * A path of ids and words, each made safe.
 *
 * @throws {TypeError} when a part is empty or would climb to another path.
 */
export function path(...parts: readonly string[]): string {
  const climbs = parts.find((part) => /^\.{0,2}$/.test(part));
  if (climbs !== undefined) throw new TypeError(`This is not an id: "${climbs}"`);
  return parts.map((part) => encodeURIComponent(part)).join("/");
}

async function callGraph<T>(settings: Settings, call: GraphCall, read: Reader<T>): Promise<T> {
  const name = `${call.method} /${call.path.split("?", 1)[0]}`;
  const response = await send(settings, {
    name,
    url: urlOf(settings, call),
    init: initOf(settings, call),
    options: call,
  });
  return readAnswer(response, { name, read, partial: call.partialAnswers ?? false });
}

/**
 * Sends one request. Redirects are not followed: after one, a refused connection would no longer
 * prove that nothing was written.
 */
export async function send(
  settings: Settings,
  request: {
    readonly name: string;
    readonly url: URL;
    readonly init: RequestInit;
    readonly options: CallOptions;
  },
): Promise<Response> {
  const { name, url, init, options } = request;
  if (options.signal?.aborted === true) {
    throw new TransportError(`${name} was given up before it began.`, { sent: "no" });
  }

  const timeout = AbortSignal.timeout(options.timeoutMs ?? settings.timeoutMs);
  const signal =
    options.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal]);
  try {
    return await settings.fetch(url, { redirect: "error", ...init, signal });
  } catch (cause) {
    throw noAnswer(name, cause, sentBefore(cause));
  }
}

/** Why nothing came back, without the address: its query can hold secrets. */
export function noAnswer(name: string, cause: unknown, sent: "no" | "maybe"): TransportError {
  return new TransportError(`${name} got no answer (${reasonOf(cause)}).`, { sent, cause });
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return "unknown reason";
  if ("code" in cause && typeof cause.code === "string") return cause.code;
  return cause.cause instanceof Error ? reasonOf(cause.cause) : cause.name;
}

function urlOf(settings: Settings, call: GraphCall): URL {
  const url = new URL(`${settings.root}/${call.path}`);
  for (const [name, value] of Object.entries(call.query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  if (settings.proof !== null) url.searchParams.set("appsecret_proof", settings.proof);
  return url;
}

function initOf(settings: Settings, call: GraphCall): RequestInit {
  const { method, body } = call;
  const authorization = `Bearer ${settings.token}`;
  if (body === undefined) return { method, headers: { authorization } };
  if ("form" in body) return { method, headers: { authorization }, body: body.form };
  if ("bytes" in body) {
    // Meta: a resumable upload wants the word OAuth, docs/graph-api/guides/upload, read 2026-11.
    const headers = { authorization: `OAuth ${settings.token}`, file_offset: String(body.offset) };
    return { method, headers, body: body.bytes instanceof Blob ? body.bytes : blobOf(body.bytes) };
  }
  const headers = { authorization, "content-type": "application/json" };
  return { method, headers, body: JSON.stringify(body.json) };
}

/** A blob of these bytes; the copy is of a plain buffer, whatever memory they live in. */
export function blobOf(bytes: Uint8Array, type = ""): Blob {
  return new Blob([new Uint8Array(bytes)], { type });
}

/** Reads what came back, or throws what it means. */
export async function readAnswer<T>(
  response: Response,
  how: { readonly name: string; readonly read: Reader<T>; readonly partial: boolean },
): Promise<T> {
  const { name, read, partial } = how;
  const body = await readJson(response, name);
  const raw = isObject(body) ? own(body, "error") : undefined;
  const error = readError(raw);

  if (error !== undefined) {
    const partly = partial ? read(body) : undefined;
    if (partly !== undefined) return partly;
    throw new CloudApiError(response.status, error, raw);
  }
  const found = response.ok ? read(body) : undefined;
  if (found !== undefined) return found;
  throw unreadable(name, response.status);
}

async function readJson(response: Response, name: string): Promise<unknown> {
  let written: string;
  try {
    written = await response.text();
  } catch (cause) {
    throw noAnswer(name, cause, "maybe");
  }
  try {
    return JSON.parse(written);
  } catch (cause) {
    throw unreadable(name, response.status, cause);
  }
}

function unreadable(name: string, httpStatus: number, cause?: unknown): TransportError {
  return new TransportError(`${name} was answered ${httpStatus} with something unreadable.`, {
    sent: "maybe",
    httpStatus,
    cause,
  });
}

const readError: Reader<GraphError> = object(
  { code: number, message: text },
  {
    type: text,
    error_subcode: number,
    error_data: object({}, { details: text, blame_field_specs: list(list(text)) }),
    is_transient: flag,
    error_user_title: text,
    error_user_msg: text,
    fbtrace_id: text,
  },
);
