import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { callbackify } from "node:util";
import {
  Agent,
  type RequestInit as UndiciRequestInit,
  FormData as UndiciFormData,
  fetch as undiciFetch,
} from "undici";
import { isPublicAddress } from "./addresses.ts";

/** The server's only way out. Everything that speaks HTTP to somebody else is handed this. */
export interface Egress extends AsyncDisposable {
  readonly fetch: typeof globalThis.fetch;
}

export type EgressOptions = {
  /**
   * Origins that may be private, because whoever runs this server named them: the emulator's.
   * Everything else must be a public address, whoever asks.
   */
  readonly trustedOrigins: readonly string[];
  readonly connectTimeoutMs?: number;
  readonly headersTimeoutMs?: number;
};

/** A request that this server does not make. Nothing was written to the wire. */
export class EgressRefusedError extends Error {
  override readonly name = "EgressRefusedError";
  /** As the system says it of a connection that was not made, so that callers know that nothing was sent. */
  readonly code = "ECONNREFUSED";
}

/**
 * Opens the way out.
 *
 * Names are resolved once, every address is checked, and the connection is made
 * to the address that was checked, so a name cannot change its mind in between.
 * Redirects are not followed: the answer of a host must not choose the next one.
 */
export function openEgress(options: EgressOptions): Egress {
  const trusted = new Set(options.trustedOrigins.map((url) => new URL(url).origin));
  const common = {
    headersTimeout: options.headersTimeoutMs ?? 30_000,
    bodyTimeout: 60_000,
    connections: 256,
  };
  const connect = { timeout: options.connectTimeoutMs ?? 5_000 };
  const outside = new Agent({ ...common, connect: { ...connect, lookup: lookupPublic } });
  const inside = new Agent({ ...common, connect });

  const send = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    if (input instanceof Request) throw new TypeError("Give the egress a URL and its options.");
    const url = new URL(input);
    const isTrusted = trusted.has(url.origin);
    if (!isTrusted) refuseUnlessPublic(url);
    const body = init?.body instanceof FormData ? ownForm(init.body) : init?.body;
    // undici's fetch is what Node's own is made of; only where the types are declared differs.
    const request = { ...init, body, redirect: "error" } as unknown as UndiciRequestInit;
    return undiciFetch(url, { ...request, dispatcher: isTrusted ? inside : outside });
  };
  return {
    fetch: send,
    async [Symbol.asyncDispose]() {
      await Promise.all([outside.destroy(), inside.destroy()]);
    },
  };
}

/** A literal address never reaches the resolver, so it is looked at here. */
function refuseUnlessPublic(url: URL): void {
  if (url.protocol !== "https:") {
    throw new EgressRefusedError(`${url.origin} is not https.`);
  }
  if (url.username !== "" || url.password !== "") {
    throw new EgressRefusedError("An address with a password in it is not called.");
  }
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !isPublicAddress(host)) {
    throw new EgressRefusedError(`${host} is not an address of the public internet.`);
  }
}

/** Node's own form is not the one that undici's fetch knows. */
function ownForm(form: FormData): UndiciFormData {
  const own = new UndiciFormData();
  for (const [name, value] of form) {
    if (typeof value === "string") own.append(name, value);
    else own.append(name, value, value.name);
  }
  return own;
}

type LookupDone = (error: Error | null, addresses: LookupAddress[]) => void;

function lookupPublic(host: string, _options: object, done: LookupDone): void {
  // net asks with a callback and nothing else.
  callbackify(resolvePublic)(host, (error, addresses) => done(error, addresses));
}

async function resolvePublic(host: string): Promise<LookupAddress[]> {
  const addresses = await lookup(host, { all: true, verbatim: true });
  const isPublic = addresses.length > 0 && addresses.every((it) => isPublicAddress(it.address));
  if (!isPublic) throw new EgressRefusedError(`${host} is not on the public internet.`);
  return addresses;
}
