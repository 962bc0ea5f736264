import type { CloudApi } from "@galka/cloud-api";
import type { CheckJson } from "@galka/contract/json/connection";
import type { Patient } from "../../accounts.ts";
import { ask, check, isTrouble } from "./check.ts";

export async function checkAccount(
  api: CloudApi,
  { access }: Patient,
): Promise<{ readonly found: CheckJson }> {
  const account = await ask(() => api.accounts.get(access.wabaId));
  if (isTrouble(account)) {
    const facts = { reason: account.reason };
    const { evidence } = account;
    return { found: check("account", "bad", "account-unreachable", { facts, evidence }) };
  }
  const review: string = account.account_review_status ?? "APPROVED";
  const facts = { name: account.name ?? account.id, status: review };
  switch (review) {
    case "APPROVED":
      return { found: check("account", "good", "account-reachable", { facts, evidence: account }) };
    case "REJECTED":
      return { found: check("account", "bad", "account-rejected", { facts, evidence: account }) };
    default:
      return {
        found: check("account", "warning", "account-in-review", { facts, evidence: account }),
      };
  }
}

// Meta: 141006 "There is an error with your payment method", docs/…/support/health-status, read 2026-11.
const PAYMENT = 141_006;

/** Whether Meta complains about the payment; that somebody pays cannot be seen, only that somebody does not. */
export async function checkPayment(api: CloudApi, { access }: Patient): Promise<CheckJson> {
  const health = await ask(() => api.accounts.health(access.wabaId));
  if (isTrouble(health)) return check("payment", "unknown", "payment-unseen");

  const complaints = (health.entities ?? []).flatMap((entity) => entity.errors ?? []);
  const complaint = complaints.find((error) => error.error_code === PAYMENT);
  const evidence = health;
  if (!complaint) return check("payment", "good", "payment-without-complaint", { evidence });
  const facts = { reason: complaint.error_description ?? String(PAYMENT) };
  return check("payment", "bad", "payment-missing", { facts, evidence });
}
