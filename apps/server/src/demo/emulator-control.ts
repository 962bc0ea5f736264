import { z } from "zod";

/**
 * The control API of the emulator, as far as the demo uses it.
 *
 * Only the demo and its clock know that Meta is an emulator here; what comes of
 * it reaches the rest by webhooks, as it would from Meta.
 */
export type EmulatorControl = {
  readonly baseUrl: string;
  get<T>(path: string, schema: z.ZodType<T>): Promise<T>;
  post<T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<T>;
  patch<T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<T>;
  upload(bytes: Uint8Array, type: string, name: string): Promise<string>;
  /** Posts to the Graph API itself, for what people do on Meta's own pages. */
  graph(path: string, token: string, post: GraphPost): Promise<unknown>;
};

export type GraphPost = {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
};

const TIMEOUT_MS = 10_000;

/** `key` is the emulator's control key, if it has one. */
export function emulatorControl(
  send: typeof globalThis.fetch,
  baseUrl: string,
  key: string | null,
): EmulatorControl {
  async function ask(path: string, init: RequestInit): Promise<unknown> {
    const response = await send(`${baseUrl}${path}`, {
      ...init,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const answer: unknown = await response.json();
    if (response.ok) return answer;
    const said = JSON.stringify(answer).slice(0, 300);
    throw new Error(`The emulator answers ${response.status} to ${path.split("?", 1)[0]}: ${said}`);
  }
  async function call<T>(path: string, init: RequestInit, schema: z.ZodType<T>): Promise<T> {
    const headers = new Headers(init.headers);
    if (key !== null) headers.set("authorization", `Bearer ${key}`);
    return schema.parse(await ask(`/_emulator${path}`, { ...init, headers }));
  }
  const json = (method: string, body: unknown): RequestInit => ({
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return {
    baseUrl,
    get: (path, schema) => call(path, {}, schema),
    post: (path, body, schema) => call(path, json("POST", body), schema),
    patch: (path, body, schema) => call(path, json("PATCH", body), schema),
    async upload(bytes, type, name) {
      const path = `/media?filename=${encodeURIComponent(name)}`;
      const body = new Uint8Array(bytes);
      const init = { method: "POST", headers: { "content-type": type }, body };
      return (await call(path, init, z.object({ mediaId: z.string() }))).mediaId;
    },
    graph: (path, token, { headers, ...post }) =>
      ask(`/v26.0${path}`, {
        method: "POST",
        ...post,
        headers: { ...headers, authorization: `Bearer ${token}` },
      }),
  };
}
