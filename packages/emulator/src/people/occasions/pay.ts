import { type JsonObject, objectAt, objectsAt, parseObject, textAt } from "../../json.ts";
import type { Bubble } from "../../store/bubbles.ts";
import type { BusinessNumber } from "../../store/kinds.ts";
import type { PaymentStatus } from "../../store/kinds/agents.ts";
import type { Person } from "../../store/people.ts";
import { findSendByWamid } from "../../store/sends.ts";
import { queueUpdate } from "../../webhooks/queue-update.ts";
import { seconds } from "../../webhooks/tell.ts";
import type { World } from "../../world.ts";

/** The business's own word for the order that a message asks to pay; `null` when it asks for none. */
export function orderOf(world: World, bubble: Bubble): string | null {
  const send = bubble.direction === "in" ? findSendByWamid(world.db, bubble.wamid) : null;
  if (send === null) return null;
  const body = parseObject(send.body);
  const interactive = objectAt(body, "interactive") ?? {};
  if (textAt(interactive, "type") === "order_details") {
    return referenceIn(objectAt(objectAt(interactive, "action") ?? {}, "parameters"));
  }
  const buttons = objectsAt(objectAt(body, "template") ?? {}, "components");
  const details = buttons
    .flatMap((it) => objectsAt(it, "parameters"))
    .map((it) => objectAt(objectAt(it, "action") ?? {}, "order_details"))
    .find((it) => it !== undefined);
  return referenceIn(details);
}

/**
 * The person's payment of an order gets somewhere, and the business is told by
 * a status of the type `payment`. Answers false when it is paid already.
 *
 * Meta: docs/…/payments-api (status webhooks of type `payment`), read 2026-11.
 */
export function pay(
  world: World,
  person: Person,
  number: BusinessNumber,
  payment: {
    readonly wamid: string;
    readonly reference: string;
    readonly status: PaymentStatus;
  },
): boolean {
  const { wamid, reference, status } = payment;
  if (world.kinds.payments.find(wamid)?.status === "captured") return false;
  const from = person.phoneHidden ? {} : { from: person.waId };
  world.db.write(() => {
    world.kinds.payments.put(wamid, { wamid, status });
    queueUpdate(world, {
      wabaId: number.wabaId,
      phoneNumberId: number.id,
      field: "messages",
      kind: "status",
      about: person.id,
      to: [person.waId, person.bsuid],
      status,
      value: {
        statuses: [
          {
            id: wamid,
            ...from,
            type: "payment",
            status,
            payment: { reference_id: reference },
            timestamp: String(seconds(world.clock.now())),
          },
        ],
      },
    });
  });
  return true;
}

function referenceIn(details: JsonObject | undefined): string | null {
  return details === undefined ? null : (textAt(details, "reference_id") ?? null);
}
