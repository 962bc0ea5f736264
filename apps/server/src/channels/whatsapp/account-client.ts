import { type CloudApi, cloudApi } from "@galka/cloud-api";
import type { AccountAccess } from "../accounts.ts";

/** How the account side calls Meta: the server's one way out. */
export type Fetch = typeof globalThis.fetch;

const TIMEOUT_MS = 15_000;

/** A client for one account, with the token it was given or another one. */
export function accountClient(
  fetch: Fetch,
  access: AccountAccess,
  token = access.accessToken,
): CloudApi {
  return cloudApi({
    token,
    baseUrl: access.baseUrl,
    version: access.apiVersion,
    fetch,
    timeoutMs: TIMEOUT_MS,
  });
}
