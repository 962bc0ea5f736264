import type { JsonObject } from "../json.ts";
import type { BusinessNumber } from "../store/kinds.ts";
import type { World } from "../world.ts";
import { queueUpdate } from "./queue-update.ts";

/** Queues a webhook about an account. */
export function tellAccount(world: World, wabaId: string, field: string, value: JsonObject): void {
  world.db.write(() =>
    queueUpdate(world, {
      wabaId,
      phoneNumberId: "",
      field,
      kind: "other",
      about: wabaId,
      to: [],
      value,
    }),
  );
}

/** Queues a webhook about a number that is no message and no status. */
export function tellNumber(
  world: World,
  number: BusinessNumber,
  field: string,
  value: JsonObject,
): void {
  world.db.write(() =>
    queueUpdate(world, {
      wabaId: number.wabaId,
      phoneNumberId: number.id,
      field,
      kind: "other",
      about: number.id,
      to: [],
      value,
    }),
  );
}

/** How fields that are about conversations begin. */
export function messagingHead(number: BusinessNumber): JsonObject {
  return {
    messaging_product: "whatsapp",
    metadata: { display_phone_number: number.waId, phone_number_id: number.id },
  };
}

/** Seconds, as Meta writes most instants. */
export function seconds(at: number): number {
  return Math.floor(at / 1000);
}
