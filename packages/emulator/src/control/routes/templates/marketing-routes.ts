import { z } from "zod";
import { MARKETING_STATUSES } from "../../../store/kinds/marketing.ts";
import { queueUpdate } from "../../../webhooks/queue-update.ts";
import type { MarketingAccountJson } from "../../../wire/marketing.ts";
import { type ControlCall, type ControlRoute, notFound } from "../../route.ts";

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
  const wabaId = call.path["waba"] ?? "";
  if (world.kinds.wabas.find(wabaId) === null)
    throw notFound("account", wabaId, "/_emulator/wabas");
  const { status } = change.parse(call.body);
  const before = world.kinds.marketingAccounts.find(wabaId)?.status ?? "ONBOARDED";
  world.kinds.marketingAccounts.put(wabaId, { status });
  if (status === "ONBOARDED" && before !== status) {
    world.db.write(() =>
      queueUpdate(world, {
        wabaId,
        phoneNumberId: "",
        field: "account_update",
        kind: "other",
        about: wabaId,
        to: [],
        value: { event: "MM_LITE_TERMS_SIGNED", waba_info: { waba_id: wabaId } },
      }),
    );
  }
  return { wabaId, status };
}
