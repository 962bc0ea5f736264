import type { CloudApi, TokenInfo } from "@galka/cloud-api";
import type { CheckJson } from "@galka/contract/json/connection";
import type { Patient } from "../../accounts.ts";
import { type Tools, ask, check, isTrouble } from "./check.ts";

// Meta: "Permissions", docs/…/whatsapp/access-tokens, read 2026-11.
const NEEDED = ["whatsapp_business_messaging", "whatsapp_business_management"];

const SOON_MS = 7 * 24 * 60 * 60 * 1000;

export async function checkToken(
  tools: Tools,
  api: CloudApi,
  patient: Patient,
): Promise<CheckJson> {
  const info = await ask(() => api.accounts.debugToken(patient.access.accessToken));
  if (isTrouble(info)) {
    const facts = { reason: info.reason };
    if (info.code === null) return check("token", "bad", "meta-unreachable", { facts });
    return check("token", "bad", "token-refused", { facts, evidence: info.evidence });
  }
  const evidence = shown(info);
  if (!info.is_valid) {
    return check("token", "bad", "token-refused", {
      facts: { reason: "is_valid: false" },
      evidence,
    });
  }
  const expiresAt = expiryOf(info);
  if (expiresAt && expiresAt.getTime() - tools.now.getTime() < SOON_MS) {
    const facts = { expiresAt: expiresAt.toISOString() };
    return check("token", "warning", "token-expires-soon", { facts, evidence });
  }
  return check("token", "good", "token-valid", { evidence });
}

export async function checkPermissions(
  _tools: Tools,
  api: CloudApi,
  patient: Patient,
): Promise<CheckJson> {
  const info = await ask(() => api.accounts.debugToken(patient.access.accessToken));
  if (isTrouble(info) || !info.scopes) return check("permissions", "unknown", "permissions-unseen");

  const missing = NEEDED.filter((scope) => !info.scopes?.includes(scope));
  const evidence = { scopes: info.scopes };
  if (missing.length === 0)
    return check("permissions", "good", "permissions-complete", { evidence });
  const facts = { missing: missing.join(", ") };
  return check("permissions", "bad", "permissions-missing", { facts, evidence });
}

/** Zero means never. */
function expiryOf({ expires_at }: TokenInfo): Date | null {
  return expires_at ? new Date(expires_at * 1000) : null;
}

function shown({ type, application, expires_at, is_valid, scopes }: TokenInfo): object {
  return { type, application, expires_at, is_valid, scopes };
}
