import { iso, presentPerson, presentProfile } from "../people/chat-view.ts";
import type { Attempt, Delivery } from "../store/deliveries.ts";
import type { BusinessNumber, Token, Waba } from "../store/kinds.ts";
import type { Fault } from "../store/kinds/fault.ts";
import { listPeople } from "../store/people.ts";
import type { Send } from "../store/sends.ts";
import { parseObject } from "../json.ts";
import type {
  ClockJson,
  DeliveryDetailJson,
  DeliveryJson,
  FaultJson,
  LedgerEntryJson,
  NumberJson,
  TokenJson,
  WabaJson,
  WorldJson,
} from "../wire/control.ts";
import type { World } from "../world.ts";

export function presentWorld(world: World): WorldJson {
  const { id, name, secret, callbackUrl, fields } = world.app();
  return {
    clock: presentClock(world),
    settings: world.settings(),
    app: { id, name, secret, callbackUrl, fields },
    wabas: world.kinds.wabas.list().map(presentWaba),
    numbers: world.kinds.numbers.list().map(presentNumber),
    people: listPeople(world.db).map((person) => presentPerson(world, person)),
  };
}

export function presentClock(world: World): ClockJson {
  const { clock } = world;
  const nextAt = world.nextAt();
  return {
    now: iso(clock.now()),
    offsetMs: clock.offsetMs,
    frozen: clock.frozen,
    speed: clock.speed,
    nextAt: nextAt === null ? null : iso(nextAt),
  };
}

export function presentWaba(waba: Waba): WabaJson {
  const { timezoneId: _zone, namespace: _namespace, ...json } = waba;
  return json;
}

export function presentNumber(number: BusinessNumber): NumberJson {
  const {
    pin: _pin,
    pinGuesses: _guesses,
    registrations: _registrations,
    registeredAt: _registeredAt,
    overrideCallbackUri: _override,
    identityKeyCheck: _check,
    ...json
  } = number;
  return { ...json, profile: presentProfile(number) };
}

export function presentToken(token: Token): TokenJson {
  const { issuedAt: _issuedAt, expiresAt, ...json } = token;
  return { ...json, expiresAt: expiresAt === null ? null : iso(expiresAt) };
}

export function presentSend(send: Send): LedgerEntryJson {
  const { recipient, personId: _person, category: _category, acceptedAt, body, ...json } = send;
  return { ...json, to: recipient, acceptedAt: iso(acceptedAt), body: parseObject(body) };
}

export function presentDelivery(delivery: Delivery): DeliveryJson {
  const { body: _body, signature: _signature, createdAt, nextAttemptAt, ...json } = delivery;
  return {
    ...json,
    id: String(delivery.id),
    createdAt: iso(createdAt),
    nextAttemptAt: nextAttemptAt === null ? null : iso(nextAttemptAt),
  };
}

export function presentDeliveryDetail(
  delivery: Delivery,
  attempts: readonly Attempt[],
): DeliveryDetailJson {
  return {
    ...presentDelivery(delivery),
    body: delivery.body,
    signature: delivery.signature,
    attempts: attempts.map((attempt) => ({ ...attempt, at: iso(attempt.at) })),
  };
}

export function presentFault(fault: Fault): FaultJson {
  const { from, until, rule, ...rest } = fault;
  return { ...rule, ...rest, from: iso(from), until: until === null ? null : iso(until) };
}
