import { invalidParameter } from "../graph/error.ts";
import type { Waba } from "../store/kinds.ts";
import type { World } from "../world.ts";
import type { Filters } from "./read-filters.ts";

/** The account's numbers that `phone_numbers` leaves; all of them when it is empty. */
export type WantedNumbers = {
  readonly has: (phoneNumberId: string) => boolean;
  /** Digits, which is how Meta names a number here. */
  readonly phones: () => readonly string[];
  readonly phoneOf: (phoneNumberId: string) => string;
};

/** @throws GraphError 100 for a phone number that is not the account's. */
export function wantsNumber(world: World, waba: Waba, filters: Filters): WantedNumbers {
  const own = world.kinds.numbers.list().filter((it) => it.wabaId === waba.id);
  const wanted = filters.list("phone_numbers").map((it) => it.replace(/^\+/, ""));
  const stranger = wanted.find((phone) => !own.some((it) => it.waId === phone || it.id === phone));
  if (stranger !== undefined) {
    throw invalidParameter(
      `Param phone_numbers[] has "${stranger}", which is not a phone number of this WhatsApp Business Account.`,
    );
  }
  const chosen =
    wanted.length === 0
      ? own
      : own.filter((it) => wanted.some((w) => w === it.waId || w === it.id));
  const byId = new Map(chosen.map((it) => [it.id, it.waId]));
  return {
    has: (id) => byId.has(id),
    phones: () => [...byId.values()],
    phoneOf: (id) => byId.get(id) ?? "",
  };
}
