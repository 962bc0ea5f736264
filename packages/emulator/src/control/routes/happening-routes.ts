import { z } from "zod";
import { happenToAccount } from "../../businesses/account-life.ts";
import { happenToNumber } from "../../businesses/number-life.ts";
import { makeOutEvent } from "../../people/occasions/automatic-event.ts";
import { changePhone, setUpAnew } from "../../people/occasions/change-identity.ts";
import { presentPerson } from "../../people/chat-view.ts";
import { numberOf } from "../../people/reach-business.ts";
import { accountHappening } from "../../store/kinds/happenings.ts";
import { presentNumber, presentWaba } from "../present.ts";
import { type ControlCall, ControlRefusal, type ControlRoute } from "../route.ts";
import { loadMessage, loadNumber, loadPerson, loadWaba } from "./load.ts";
import { freePhone } from "./people-routes.ts";

const numberHappening = z.discriminatedUnion("happens", [
  z.strictObject({ happens: z.literal("pin-reset-requested") }),
  z.strictObject({ happens: z.literal("pin-reset-done") }),
  z.strictObject({ happens: z.literal("business-app-joined") }),
  z.strictObject({ happens: z.literal("business-app-left") }),
  z.strictObject({ happens: z.literal("agent-on") }),
  z.strictObject({ happens: z.literal("agent-off") }),
  z.strictObject({
    happens: z.literal("trouble"),
    code: z.number().int().positive(),
    details: z.string().min(1),
  }),
]);

const newPhone = z.strictObject({ phone: z.string() });

const automaticEvent = z.discriminatedUnion("event", [
  z.strictObject({ event: z.literal("lead"), clickId: z.string().exactOptional() }),
  z.strictObject({
    event: z.literal("purchase"),
    clickId: z.string().exactOptional(),
    currency: z.string().regex(/^[A-Z]{3}$/, "three capital letters"),
    price: z.number().min(0),
  }),
]);

/** What happens to accounts, numbers and people from outside, and makes webhooks. */
export const happeningRoutes: readonly ControlRoute[] = [
  {
    method: "POST",
    path: "/wabas/{waba}/happenings",
    summary: "Something happens to an account: a violation, a restriction, a partner comes",
    body: accountHappening,
    answer: "WabaJson",
    handle: onAccount,
  },
  {
    method: "POST",
    path: "/numbers/{number}/happenings",
    summary: "Something happens to a number: its PIN is reset, it joins the app, Meta has trouble",
    body: numberHappening,
    answer: "NumberJson",
    handle: onNumber,
  },
  {
    method: "PUT",
    path: "/people/{person}/phone",
    summary: "The person takes another phone number, and with it another BSUID",
    body: newPhone,
    answer: "PersonJson",
    handle: (call) => {
      const { phone } = newPhone.parse(call.body);
      const changed = changePhone(call.world, loadPerson(call), freePhone(call, phone));
      return presentPerson(call.world, changed);
    },
  },
  {
    method: "POST",
    path: "/people/{person}/set-up",
    summary: "The person sets WhatsApp up anew: their identity key is another one",
    answer: "PersonJson",
    handle: (call) => {
      const person = loadPerson(call);
      setUpAnew(call.world, person);
      return presentPerson(call.world, person);
    },
  },
  {
    method: "POST",
    path: "/people/{person}/messages/{message}/automatic-event",
    summary: "Meta makes out a lead or a purchase in what the person wrote",
    body: automaticEvent,
    answer: "OkJson",
    handle: makeOut,
  },
];

function onAccount(call: ControlCall) {
  happenToAccount(call.world, loadWaba(call), accountHappening.parse(call.body));
  return presentWaba(loadWaba(call));
}

function onNumber(call: ControlCall) {
  happenToNumber(call.world, loadNumber(call), numberHappening.parse(call.body));
  return presentNumber(loadNumber(call));
}

function makeOut(call: ControlCall) {
  const { world } = call;
  const person = loadPerson(call);
  const { wamid, chatId, direction } = loadMessage(call, person);
  const number = numberOf(world, chatId);
  if (number === null || direction === "in") {
    throw new ControlRefusal(
      "bad-request",
      "An event is made out in what the person wrote to a business. Take such a message's id.",
    );
  }
  makeOutEvent(world, person, number, { ...automaticEvent.parse(call.body), wamid });
  return { ok: true };
}
