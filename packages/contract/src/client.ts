import type { z } from "zod";
import { type RefusalJson, refusalJson } from "./refusals.ts";
import { ROUTES, type Route, type RouteName } from "./routes.ts";

type Part<R extends RouteName, Name extends string> = (typeof ROUTES)[R] extends {
  readonly [N in Name]: infer Schema extends z.ZodType;
}
  ? { readonly [N in Name]: z.input<Schema> }
  : object;

/** What a call takes: the route's parameters, query and body, and the file of an upload. */
export type CallInput<R extends RouteName> = Part<R, "params"> &
  Partial<Part<R, "query">> &
  Part<R, "body"> &
  ((typeof ROUTES)[R] extends { readonly upload: true } ? { readonly file: File | Blob } : object);

/** What a call answers. */
export type CallAnswer<R extends RouteName> = z.output<(typeof ROUTES)[R]["answer"]>;

/** The API said no, and why. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
  readonly status: number;
  readonly refusal: RefusalJson;

  constructor(status: number, refusal: RefusalJson) {
    super(refusal.message);
    this.status = status;
    this.refusal = refusal;
  }
}

/** There was no readable answer: no network, a server that is starting, a proxy's page. The call may have happened. */
export class UnreachableError extends Error {
  override readonly name = "UnreachableError";
}

export type ClientOptions = {
  /** Where Galka is; the page's own origin when empty. */
  readonly baseUrl?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly fetch?: typeof globalThis.fetch;
  /** Aborts the call. */
  readonly signal?: AbortSignal;
};

/**
 * Calls one route of the API.
 *
 * @throws RefusedError when the API says no; its `refusal.refused` says why.
 * @throws UnreachableError when there is no readable answer.
 */
export async function call<R extends RouteName>(
  name: R,
  input: CallInput<R>,
  options: ClientOptions = {},
): Promise<CallAnswer<R>> {
  const route: Route = ROUTES[name];
  const response = await request(route, input, options);
  const body = await readJson(response);
  if (!response.ok) {
    const refusal = refusalJson.safeParse(body);
    if (refusal.success) throw new RefusedError(response.status, refusal.data);
    throw new UnreachableError(`The answer ${response.status} is not Galka's.`);
  }
  // The answer was written from this very schema; the server's tests parse every answer with it.
  return body as CallAnswer<R>;
}

async function request(route: Route, input: object, options: ClientOptions): Promise<Response> {
  // CallInput is built from the route's own schemas; these are the only keys that it can have.
  const { params, query, body, file } = input as {
    params?: Record<string, string>;
    query?: Query;
    body?: unknown;
    file?: File | Blob;
  };
  const url = `${options.baseUrl ?? ""}${fillPath(route.path, params ?? {})}${queryString(query ?? {})}`;
  try {
    return await (options.fetch ?? fetch)(url, {
      method: route.method,
      credentials: "same-origin",
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...options.headers,
      },
      ...(options.signal ? { signal: options.signal } : {}),
      ...(file ? { body: formOf(file) } : body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (error) {
    throw new UnreachableError("Galka could not be reached.", { cause: error });
  }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    throw new UnreachableError(`The answer ${response.status} could not be read.`, {
      cause: error,
    });
  }
}

function fillPath(path: string, params: Record<string, string>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
}

type Query = Readonly<Record<string, string | number | boolean | undefined>>;

function queryString(query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) parameters.set(name, String(value));
  }
  return parameters.size === 0 ? "" : `?${parameters.toString()}`;
}

function formOf(file: File | Blob): FormData {
  const form = new FormData();
  form.append("file", file);
  return form;
}
