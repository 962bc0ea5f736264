import { createHmac } from "node:crypto";

/** How a client reaches Meta. */
export type CloudApiOptions = {
  /** The access token; best of a system user, which never expires. */
  readonly token: string;
  /** Meta's address when absent; an emulator's in tests. */
  readonly baseUrl?: string;
  /** The Graph version, `v26.0` when absent. */
  readonly version?: string;
  /** Replaces the global `fetch`, for a proxy or a watched connection. */
  readonly fetch?: typeof fetch;
  /** With it every call carries `appsecret_proof`, which apps can be set to require. */
  readonly appSecret?: string;
  /** How long a call may take, answer included; 30 seconds when absent. */
  readonly timeoutMs?: number;
  /** Further hosts that may be sent the token for a file, beside Meta's own and `baseUrl`'s. */
  readonly mediaHosts?: readonly string[];
};

/** What every method takes beside its own arguments. */
export type CallOptions = {
  /** Gives up waiting. What was asked may have happened all the same. */
  readonly signal?: AbortSignal | undefined;
  /** How long this call may take, its whole answer included; for large files. */
  readonly timeoutMs?: number | undefined;
};

/** What of `options` is for the call itself. */
export function callOptions({ signal, timeoutMs }: CallOptions): CallOptions {
  return { signal, timeoutMs };
}

/** The options with their defaults, checked. */
export type Settings = {
  readonly token: string;
  readonly root: string;
  readonly origin: string;
  readonly fetch: typeof fetch;
  readonly proof: string | null;
  readonly timeoutMs: number;
  readonly mediaHosts: readonly string[];
};

/** @throws {TypeError} when the token is empty or the base URL is not one. */
export function settle(options: CloudApiOptions): Settings {
  if (!/^[\x21-\x7e]+$/.test(options.token)) {
    throw new TypeError("The access token is empty or contains spaces: copy it again from Meta.");
  }
  const base = options.baseUrl ?? "https://graph.facebook.com";
  if (!URL.canParse(base)) throw new TypeError(`The base URL is not a URL: ${base}`);

  const version = (options.version ?? "v26.0").replaceAll("/", "");
  const plain = base.replace(/\/+$/, "");
  return {
    token: options.token,
    root: version === "" ? plain : `${plain}/${version}`,
    origin: new URL(base).origin,
    fetch: options.fetch ?? fetch,
    proof: options.appSecret === undefined ? null : proofOf(options.token, options.appSecret),
    timeoutMs: options.timeoutMs ?? 30_000,
    mediaHosts: options.mediaHosts ?? [],
  };
}

/** Meta: "appsecret_proof" is the HMAC of the token, docs/graph-api/securing-requests, read 2026-11. */
function proofOf(token: string, appSecret: string): string {
  if (appSecret === "") throw new TypeError("The app secret is empty: leave it out or set it.");
  return createHmac("sha256", appSecret).update(token).digest("hex");
}
