import { z } from "zod";
import { addNumber } from "../../businesses/add-number.ts";
import { noticeAccount } from "../../businesses/notice-changes.ts";
import { addWaba } from "../../businesses/add-waba.ts";
import { DEMO } from "../../demo.ts";
import { verifyPortfolio } from "../../limits/grow-limit.ts";
import { changeMessagingLimit, portfolioOfNumber } from "../../limits/portfolios.ts";
import { saveNumber } from "../../routes/save-number.ts";
import { digitsOf } from "../../world/phone.ts";
import { presentNumber, presentToken, presentWaba } from "../present.ts";
import { type ControlCall, ControlRefusal, type ControlRoute, notFound } from "../route.ts";
import { given } from "../../given.ts";
import { numberPatch, wabaPatch } from "./business-patches.ts";
import { loadNumber, loadWaba, wabaNamed } from "./load.ts";

const id = z.string().regex(/^\d{5,20}$/, "5 to 20 digits");

const newWaba = z.strictObject({
  name: z.string().min(1),
  id: id.optional(),
  portfolioId: id.optional(),
});

const newNumber = z.strictObject({
  phone: z.string(),
  verifiedName: z.string().min(1),
  wabaId: z.string().default(DEMO.wabaId),
  id: id.optional(),
  connected: z.boolean().default(true),
  testNumber: z.boolean().default(false),
});

const newToken = z.strictObject({
  token: z.string().min(8).optional(),
  kind: z.enum(["system-user", "user"]).default("system-user"),
  scopes: z
    .array(z.string())
    .default([
      "business_management",
      "whatsapp_business_management",
      "whatsapp_business_messaging",
    ]),
  expiresInMs: z.number().min(0).optional(),
  wabaIds: z.array(z.string()).default([]),
});

/** Accounts, numbers and tokens. */
export const businessRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/wabas",
    summary: "The business accounts",
    answer: "ListJson<WabaJson>",
    handle: ({ world }) => ({ data: world.kinds.wabas.list().map(presentWaba), next: null }),
  },
  {
    method: "POST",
    path: "/wabas",
    summary: "Makes a business account",
    body: newWaba,
    answer: "WabaJson",
    handle: (call) => presentWaba(addWaba(call.world, newWaba.parse(call.body))),
  },
  {
    method: "PATCH",
    path: "/wabas/{waba}",
    summary: "Changes a business account's standing",
    body: wabaPatch,
    answer: "WabaJson",
    handle: changeWaba,
  },
  {
    method: "GET",
    path: "/numbers",
    summary: "The business phone numbers",
    answer: "ListJson<NumberJson>",
    handle: ({ world }) => ({ data: world.kinds.numbers.list().map(presentNumber), next: null }),
  },
  {
    method: "POST",
    path: "/numbers",
    summary: "Adds a phone number to an account",
    body: newNumber,
    answer: "NumberJson",
    handle: createNumber,
  },
  {
    method: "PATCH",
    path: "/numbers/{number}",
    summary: "Changes a number's standing",
    body: numberPatch,
    answer: "NumberJson",
    handle: changeNumber,
  },
  {
    method: "GET",
    path: "/tokens",
    summary: "The access tokens",
    answer: "ListJson<TokenJson>",
    handle: ({ world }) => ({ data: world.kinds.tokens.list().map(presentToken), next: null }),
  },
  {
    method: "POST",
    path: "/tokens",
    summary: "Makes an access token",
    body: newToken,
    answer: "TokenJson",
    handle: createToken,
  },
  {
    method: "DELETE",
    path: "/tokens/{token}",
    summary: "Revokes an access token",
    answer: "OkJson",
    handle: revoke,
  },
];

function changeWaba(call: ControlCall) {
  const waba = loadWaba(call);
  const changed = { ...waba, ...given(wabaPatch.parse(call.body)) };
  const { world } = call;
  return world.db.write(() => {
    world.kinds.wabas.put(waba.id, changed);
    noticeAccount(world, waba, changed);
    const { businessVerificationStatus: verified, portfolioId } = changed;
    if (verified === "verified" && verified !== waba.businessVerificationStatus) {
      verifyPortfolio(world, portfolioId, "business");
    }
    return presentWaba(changed);
  });
}

function createNumber(call: ControlCall) {
  const { world } = call;
  const { phone, wabaId, ...rest } = newNumber.parse(call.body);
  wabaNamed(call, wabaId);
  const digits = digitsOf(phone);
  if (digits === null) {
    throw new ControlRefusal(
      "bad-request",
      `"${phone}" is not a phone number in international form.`,
    );
  }
  if (world.kinds.numbers.list().some((it) => it.waId === digits || it.id === rest.id)) {
    throw new ControlRefusal("conflict", "There is a number with this phone or id already.");
  }
  return presentNumber(addNumber(world, { wabaId, digits, ...rest }));
}

function changeNumber(call: ControlCall) {
  const { world } = call;
  const number = loadNumber(call);
  const patch = numberPatch.parse(call.body);
  const changed = saveNumber(world, { ...number, ...given(patch) });
  const tier = patch.messagingLimit;
  if (tier !== undefined && tier !== "UNTIERED") {
    changeMessagingLimit(world, portfolioOfNumber(world, changed), tier);
  }
  return presentNumber(changed);
}

function createToken(call: ControlCall) {
  const { world } = call;
  const { token: text, expiresInMs, ...rest } = newToken.parse(call.body);
  const token = text ?? `EAAdemo0token0${String(world.counters.next("token")).padStart(6, "0")}`;
  const now = world.clock.now();
  const made = world.kinds.tokens.put(token, {
    ...rest,
    token,
    issuedAt: now,
    expiresAt: expiresInMs === undefined ? null : now + expiresInMs,
    revoked: false,
  });
  return presentToken(made);
}

function revoke(call: ControlCall) {
  const key = call.path["token"] ?? "";
  const token = call.world.kinds.tokens.find(key);
  if (token === null) throw notFound("token", key, "/_emulator/tokens");
  call.world.kinds.tokens.put(key, { ...token, revoked: true });
  return { ok: true };
}
