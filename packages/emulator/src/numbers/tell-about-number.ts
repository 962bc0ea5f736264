import type { JsonObject } from "../json.ts";
import type { BusinessNumber } from "../store/kinds.ts";
import { tellNumber } from "../webhooks/tell.ts";
import type { World } from "../world.ts";

/** Queues a webhook about a number's own affairs; the number goes first in its value, as Meta has it. */
export function tellAboutNumber(
  world: World,
  number: BusinessNumber,
  field: string,
  value: JsonObject,
): void {
  tellNumber(world, number, field, { display_phone_number: number.waId, ...value });
}

/** An alert about a number, which names it by its id. */
export function alertAboutNumber(
  world: World,
  number: BusinessNumber,
  alert: { readonly type: string; readonly severity: string; readonly description: string },
): void {
  tellNumber(world, number, "account_alerts", {
    entity_type: "PHONE_NUMBER",
    entity_id: number.id,
    alert_info: {
      alert_severity: alert.severity,
      alert_status: "ACTIVE",
      alert_type: alert.type,
      alert_description: alert.description,
    },
  });
}
