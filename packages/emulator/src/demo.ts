import { addNumber } from "./businesses/add-number.ts";
import { addWaba } from "./businesses/add-waba.ts";
import type { App, Settings } from "./store/kinds.ts";
import { PHYSICS } from "./store/kinds/limits.ts";
import { FRESH_TEMPLATE } from "./store/kinds/templates.ts";
import type { World } from "./world.ts";
import { WEBHOOK_FIELDS } from "./world/webhook-fields.ts";

/**
 * What every fresh emulator has: an app, an account, a connected number and a
 * token that never expires. None of it is worth anything anywhere else.
 */
export const DEMO = {
  appId: "670000000000001",
  appSecret: "demo-app-secret-not-a-real-one-0001",
  portfolioId: "1012000000000001",
  wabaId: "102200000000001",
  phoneNumberId: "106500000000001",
  /** The number as people write to it. */
  phone: "15550100100",
  businessName: "Galka Demo",
  accessToken: "EAAdemo0system0user0token0of0the0emulator",
} as const;

export const USUAL_SETTINGS: Settings = {
  reviewDelayMs: 2000,
  reviewer: true,
  batchDelayMs: 50,
  escaping: "meta",
  pairRate: true,
  throughput: "by-level",
  unknownNumbers: "absent",
  sentDelayMs: 30,
  arrivalDelayMs: 250,
  webhookTimeoutMs: 10_000,
  // Meta: "up to 7 days", docs/…/webhooks/overview, read 2026-11.
  webhookRetentionMs: 7 * 24 * 60 * 60 * 1000,
  mediaBaseUrl: null,
  // Meta: 1,000 free service messages per number and month since 2026-10-01, docs/…/pricing, read 2026-11.
  freeServiceMessages: 1000,
  templateSyncMs: 0,
  ...PHYSICS.calm,
  weather: "calm",
  tariff: "by-date",
  graphLimits: true,
};

/** Every permission that a token may have here. */
export const SCOPES = [
  "business_management",
  "whatsapp_business_management",
  "whatsapp_business_messaging",
  "whatsapp_business_manage_events",
];

/** Fills an empty world. Does nothing to one that is not empty. */
export function seedWorld(world: World): void {
  if (world.kinds.apps.find(DEMO.appId) !== null) return;
  addDemoApp(world);
  addDemoWaba(world);
  addDemoToken(world);
}

export function addDemoApp(world: World, given: Partial<App> = {}): void {
  const id = given.id ?? DEMO.appId;
  world.kinds.apps.put(id, {
    name: `${DEMO.businessName} App`,
    secret: DEMO.appSecret,
    callbackUrl: null,
    verifyToken: null,
    fields: [...WEBHOOK_FIELDS],
    includeValues: true,
    ...given,
    id,
  });
}

/** An account with one connected number and Meta's sample template. */
export function addDemoWaba(world: World): void {
  const waba = addWaba(world, {
    name: DEMO.businessName,
    id: DEMO.wabaId,
    portfolioId: DEMO.portfolioId,
  });
  world.kinds.wabas.put(waba.id, { ...waba, subscribed: true });
  addNumber(world, {
    wabaId: DEMO.wabaId,
    digits: DEMO.phone,
    verifiedName: DEMO.businessName,
    connected: true,
    id: DEMO.phoneNumberId,
  });
  addSampleTemplate(world);
}

export function addDemoToken(world: World): void {
  world.kinds.tokens.put(DEMO.accessToken, {
    token: DEMO.accessToken,
    kind: "system-user",
    scopes: SCOPES,
    issuedAt: world.clock.now(),
    expiresAt: null,
    revoked: false,
    wabaIds: [],
  });
}

/** Meta gives every account this template; it cannot be created by hand. */
function addSampleTemplate(world: World): void {
  const id = "162700000000001";
  world.kinds.templates.put(id, {
    ...FRESH_TEMPLATE,
    id,
    wabaId: DEMO.wabaId,
    name: "hello_world",
    language: "en_US",
    category: "UTILITY",
    parameterFormat: "POSITIONAL",
    status: "APPROVED",
    components: [
      { type: "HEADER", format: "TEXT", text: "Hello World" },
      {
        type: "BODY",
        text: "This is a first test message: your number is connected and can send templates.",
      },
      { type: "FOOTER", text: "Sample message" },
    ],
    createdAt: world.clock.now(),
    edits: [],
  });
}
