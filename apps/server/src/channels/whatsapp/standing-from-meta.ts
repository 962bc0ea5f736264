import type { PhoneNumber } from "@galka/cloud-api";
import type { Standing } from "@galka/core/health/account-word";
import type { NumberStanding } from "../gateway.ts";
import { factsOf, qualityOf } from "./whatsapp-accounts.ts";

/** What is asked of a number to know how it stands. */
export const STANDING_FIELDS = [
  "id",
  "quality_rating",
  "throughput",
  "whatsapp_business_manager_messaging_limit",
  "messaging_limit_tier",
  "last_onboarded_time",
  "health_status",
] as const satisfies readonly (keyof PhoneNumber)[];

export function standingFromMeta(number: PhoneNumber): NumberStanding {
  const tier = number.whatsapp_business_manager_messaging_limit ?? number.messaging_limit_tier;
  return {
    quality: qualityOf(number),
    ...(tier !== undefined && { tier }),
    throughputPerSecond: factsOf(number).throughputPerSecond,
    standing: standingOf(number),
  };
}

const CAN_SEND: Readonly<Record<string, Standing["canSend"]>> = {
  AVAILABLE: "available",
  LIMITED: "limited",
  BLOCKED: "blocked",
};

function standingOf({ health_status: health, last_onboarded_time: onboarded }: PhoneNumber) {
  const registered = onboarded === undefined ? Number.NaN : Date.parse(onboarded);
  return {
    canSend: CAN_SEND[health?.can_send_message ?? ""] ?? "unknown",
    problems: problemsOf(health),
    registeredAt: Number.isNaN(registered) ? null : new Date(registered).toISOString(),
  } satisfies Standing;
}

function problemsOf(health: PhoneNumber["health_status"]): Standing["problems"] {
  return (health?.entities ?? []).flatMap(({ entity_type: about, additional_info, errors }) => [
    ...(errors ?? []).map((it) => ({
      about,
      what: it.error_description ?? String(it.error_code),
      remedy: it.possible_solution ?? null,
    })),
    ...(additional_info ?? []).map((what) => ({ about, what, remedy: null })),
  ]);
}
