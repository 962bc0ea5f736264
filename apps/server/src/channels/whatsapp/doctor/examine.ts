import type { CheckJson, CheckName } from "@galka/contract/json/connection";
import type { Patient } from "../../accounts.ts";
import { accountClient } from "../account-client.ts";
import { checkAccount, checkPayment } from "./account-checks.ts";
import { type Tools, check } from "./check.ts";
import {
  checkName,
  checkNumber,
  checkQuality,
  checkRegistration,
  checkTier,
} from "./number-checks.ts";
import { checkPermissions, checkToken } from "./token-checks.ts";
import { checkFields, checkReachable, checkReceiving, checkSubscribed } from "./webhook-checks.ts";

/** What everything else needs: without it the rest would only say the same again. */
const NEED_TOKEN: readonly CheckName[] = [
  "permissions",
  "account",
  "number",
  "registration",
  "webhook-subscribed",
  "webhook-fields",
  "display-name",
  "quality",
  "tier",
  "payment",
];
const NEED_NUMBER: readonly CheckName[] = ["registration", "display-name", "quality", "tier"];

/**
 * Tests each prerequisite of a connection live.
 *
 * A check whose own prerequisite is bad is skipped and says so, instead of
 * repeating the same trouble ten times.
 */
export async function examine(tools: Tools, patient: Patient): Promise<readonly CheckJson[]> {
  const api = accountClient(tools.fetch, patient.access);
  const token = await checkToken(tools, api, patient);
  const withoutMeta = [await checkReachable(tools, patient), checkReceiving(tools, patient)];
  if (token.verdict === "bad") return inOrder([token, ...withoutMeta, ...NEED_TOKEN.map(skipped)]);

  const {
    found: account,
    number,
    facts,
  } = {
    ...(await checkAccount(api, patient)),
    ...(await checkNumber(api, patient)),
  };
  const ofTheNumber = facts
    ? [checkRegistration(facts), checkName(facts), checkQuality(facts), checkTier(facts)]
    : NEED_NUMBER.map(skipped);
  return inOrder([
    token,
    await checkPermissions(tools, api, patient),
    account,
    number,
    ...ofTheNumber,
    ...withoutMeta,
    await checkSubscribed(api, patient, facts),
    await checkFields(tools, patient),
    await checkPayment(api, patient),
  ]);
}

function skipped(name: CheckName): CheckJson {
  return check(name, "skipped", "not-examined");
}

const ORDER: readonly CheckName[] = [
  "token",
  "permissions",
  "account",
  "number",
  "registration",
  "webhook-reachable",
  "webhook-subscribed",
  "webhook-fields",
  "display-name",
  "quality",
  "tier",
  "payment",
  "receiving",
];

function inOrder(checks: readonly CheckJson[]): CheckJson[] {
  return checks.toSorted((a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name));
}
