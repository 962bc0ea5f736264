import { z } from "zod";
import { MARKETING_STATUSES } from "../../../store/kinds/marketing.ts";
import { tellAccount } from "../../../webhooks/tell.ts";
import type { MarketingAccountJson } from "../../../wire/marketing.ts";
import type { ControlCall, ControlRoute } from "../../route.ts";
import { loadWaba } from "../load.ts";

const change = z.strictObject({ status: z.enum(MARKETING_STATUSES) });

/** How far an account is with Marketing Messages. */
export const marketingRoutes: readonly ControlRoute[] = [
  {
    method: "PUT",
    path: "/wabas/{waba}/marketing-messages",
    summary: "The account accepts the terms of Marketing Messages, or loses them",
    body: change,
    answer: "MarketingAccountJson",
    handle,
  },
];

/** Meta tells of the acceptance by webhook, and of nothing else. */
function handle(call: ControlCall): MarketingAccountJson {
  const { world } = call;
  const { id: wabaId } = loadWaba(call);
  const { status } = change.parse(call.body);
  const before = world.kinds.marketingAccounts.find(wabaId)?.status ?? "ONBOARDED";
  world.kinds.marketingAccounts.put(wabaId, { status });
  if (status === "ONBOARDED" && before !== status) {
    const value = { event: "MM_LITE_TERMS_SIGNED", waba_info: { waba_id: wabaId } };
    tellAccount(world, wabaId, "account_update", value);
  }
  return { wabaId, status };
}
