import type { JsonObject } from "../json.ts";
import type { BusinessNumber, Waba } from "../store/kinds.ts";
import type { World } from "../world.ts";

type Verdict = "AVAILABLE" | "LIMITED" | "BLOCKED";

type Entity = {
  readonly entity_type: string;
  readonly id: string;
  readonly can_send_message: Verdict;
  readonly additional_info?: readonly string[];
  readonly errors?: readonly JsonObject[];
};

/** Whether a number can send, and which part of the chain stands in the way. */
export function numberHealth(world: World, number: BusinessNumber): JsonObject {
  const waba = world.kinds.wabas.find(number.wabaId);
  return overall([ofNumber(number), ...(waba === null ? [] : accountEntities(world, waba))]);
}

export function wabaHealth(world: World, waba: Waba): JsonObject {
  return overall(accountEntities(world, waba));
}

function accountEntities(world: World, waba: Waba): readonly Entity[] {
  return [
    ofWaba(waba),
    { entity_type: "BUSINESS", id: waba.portfolioId, can_send_message: "AVAILABLE" },
    { entity_type: "APP", id: world.app().id, can_send_message: "AVAILABLE" },
  ];
}

/** A portfolio is as well as the worst of its accounts. */
export function portfolioHealth(world: World, portfolioId: string): JsonObject {
  const wabas = world.kinds.wabas.list().filter((it) => it.portfolioId === portfolioId);
  return overall([
    ...wabas.map(ofWaba),
    { entity_type: "BUSINESS", id: portfolioId, can_send_message: "AVAILABLE" },
  ]);
}

function overall(entities: readonly Entity[]): JsonObject {
  const worst = (["BLOCKED", "LIMITED"] as const).find((verdict) =>
    entities.some((it) => it.can_send_message === verdict),
  );
  return { can_send_message: worst ?? "AVAILABLE", entities };
}

function ofNumber(number: BusinessNumber): Entity {
  const entity = { entity_type: "PHONE_NUMBER", id: number.id } as const;
  if (number.registeredAt === null || number.status !== "CONNECTED") {
    return {
      ...entity,
      can_send_message: "BLOCKED",
      errors: [
        {
          error_code: 141006,
          error_description: "The phone number is not registered or not connected.",
          possible_solution: "Register the phone number with its PIN.",
        },
      ],
    };
  }
  if (number.nameStatus === "APPROVED" || number.nameStatus === "AVAILABLE_WITHOUT_REVIEW") {
    return { ...entity, can_send_message: "AVAILABLE" };
  }
  return {
    ...entity,
    can_send_message: number.nameStatus === "DECLINED" ? "BLOCKED" : "LIMITED",
    additional_info: [
      "Your display name has not been approved yet. Your message limit will increase after the display name is approved.",
    ],
  };
}

function ofWaba(waba: Waba): Entity {
  const entity = { entity_type: "WABA", id: waba.id } as const;
  const errors = [
    waba.paymentMethod
      ? null
      : {
          error_code: 141006,
          error_description: "There is an error with the payment method.",
          possible_solution: "Add a valid payment method to the account.",
        },
    waba.accountReviewStatus === "APPROVED"
      ? null
      : {
          error_code: 141010,
          error_description: "The account has not passed its review.",
          possible_solution: "Wait for the review, or appeal in Business Support Home.",
        },
  ].filter((it) => it !== null);
  if (waba.restricted) return { ...entity, can_send_message: "BLOCKED", errors };
  if (errors.length > 0) return { ...entity, can_send_message: "LIMITED", errors };
  return { ...entity, can_send_message: "AVAILABLE" };
}
