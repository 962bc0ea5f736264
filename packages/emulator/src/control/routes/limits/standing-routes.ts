import { z } from "zod";
import { punish, reinstate } from "../../../limits/enforce-policy.ts";
import { verifyPortfolio } from "../../../limits/grow-limit.ts";
import { changeMessagingLimit, portfolioWith, savePortfolio } from "../../../limits/portfolios.ts";
import { presentChatStanding } from "../../../limits/present-chat-standing.ts";
import {
  presentNumberStanding,
  presentPortfolio,
  presentStanding,
  presentWabaStanding,
} from "../../../limits/present-standing.ts";
import { saveWabaStanding, wabaStanding } from "../../../limits/standings.ts";
import { beginUpgrade } from "../../../limits/upgrade-throughput.ts";
import { numberOf } from "../../../people/reach-business.ts";
import { PHYSICS, TIERS } from "../../../store/kinds/limits.ts";
import { loadChatId, loadNumber, loadPerson, loadWaba } from "../load.ts";
import { type ControlCall, ControlRefusal, type ControlRoute, notFound } from "../../route.ts";

const preset = z.strictObject({ preset: z.enum(["calm", "real"]) });
const portfolioPatch = z.strictObject({
  name: z.string().min(1).exactOptional(),
  messagingLimit: z.enum(TIERS).exactOptional(),
});
const verification = z.strictObject({ by: z.enum(["business", "partner"]) });
const violation = z.strictObject({ type: z.string().regex(/^[A-Z_]{2,60}$/, "e.g. SCAM") });
const closedCountries = z.strictObject({
  callingCodes: z.array(z.string().regex(/^\d{1,3}$/, "1 to 3 digits, e.g. 91")),
});

/** The platform's physics: what is switched on, and where everybody stands. */
export const standingRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/standing",
    summary: "Where every limit stands: use, quality and its causes, pauses, holds",
    answer: "StandingJson",
    handle: ({ world }) => presentStanding(world),
  },
  {
    method: "PUT",
    path: "/physics",
    summary: "Switches all of the platform's physics to calm or to real",
    body: preset,
    answer: "SettingsJson",
    handle: switchPhysics,
  },
  {
    method: "PATCH",
    path: "/portfolios/{portfolio}",
    summary: "Changes a business portfolio's name or messaging limit",
    body: portfolioPatch,
    answer: "PortfolioJson",
    handle: changePortfolio,
  },
  {
    method: "POST",
    path: "/portfolios/{portfolio}/verification",
    summary: "The business is verified, which lifts 250 people to 2,000",
    body: verification,
    answer: "PortfolioJson",
    handle: (call) => {
      const { by } = verification.parse(call.body);
      return presentPortfolio(call.world, verifyPortfolio(call.world, portfolioId(call), by));
    },
  },
  {
    method: "POST",
    path: "/numbers/{number}/upgrade",
    summary: "Begins the number's upgrade to 1,000 messages a second, which takes a minute",
    answer: "NumberStandingJson",
    handle: (call) => {
      const number = loadNumber(call);
      beginUpgrade(call.world, number);
      return presentNumberStanding(call.world, number);
    },
  },
  {
    method: "POST",
    path: "/wabas/{waba}/violations",
    summary: "The account breaks a rule: a warning, then holds, then it is locked",
    body: violation,
    answer: "WabaStandingJson",
    handle: (call) => {
      const waba = loadWaba(call);
      punish(call.world, waba, violation.parse(call.body).type);
      return presentWabaStanding(call.world, waba.id);
    },
  },
  {
    method: "DELETE",
    path: "/wabas/{waba}/violations",
    summary: "Meta takes back all that followed from the account's breaches",
    answer: "WabaStandingJson",
    handle: (call) => {
      const waba = loadWaba(call);
      reinstate(call.world, waba);
      return presentWabaStanding(call.world, waba.id);
    },
  },
  {
    method: "PUT",
    path: "/wabas/{waba}/closed-countries",
    summary: "The countries that this business may not write to (130497)",
    body: closedCountries,
    answer: "WabaStandingJson",
    handle: (call) => {
      const { world } = call;
      const { id } = loadWaba(call);
      const { callingCodes } = closedCountries.parse(call.body);
      saveWabaStanding(world, { ...wabaStanding(world, id), closedCallingCodes: callingCodes });
      return presentWabaStanding(world, id);
    },
  },
  {
    method: "GET",
    path: "/people/{person}/chats/{chat}/standing",
    summary: "Where a person stands with a business: windows, limits, wishes",
    answer: "ChatStandingJson",
    handle: chatStanding,
  },
];

function switchPhysics(call: ControlCall) {
  const { world } = call;
  const physics = PHYSICS[preset.parse(call.body).preset];
  const settings = world.kinds.settings.put("settings", { ...world.settings(), ...physics });
  world.events.emit(() => ({ type: "settings", settings }));
  return settings;
}

function changePortfolio(call: ControlCall) {
  const { world } = call;
  const { name, messagingLimit } = portfolioPatch.parse(call.body);
  const before = portfolioWith(world, portfolioId(call));
  const named = savePortfolio(world, { ...before, name: name ?? before.name });
  const limited =
    messagingLimit === undefined ? named : changeMessagingLimit(world, named, messagingLimit);
  return presentPortfolio(world, limited);
}

function chatStanding(call: ControlCall) {
  const person = loadPerson(call);
  const number = numberOf(call.world, loadChatId(call, person));
  if (number !== null) return presentChatStanding(call.world, person, number);
  throw new ControlRefusal("bad-request", "Two people have no limits between them. Name a number.");
}

function portfolioId(call: ControlCall): string {
  const id = call.path["portfolio"] ?? "";
  const known = call.world.kinds.wabas.list().some((it) => it.portfolioId === id);
  if (!known) throw notFound("portfolio", id, "/_emulator/standing");
  return id;
}
