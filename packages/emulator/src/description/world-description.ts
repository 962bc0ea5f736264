import { z } from "zod";
import { newFault } from "../store/kinds/fault.ts";
import { TIERS } from "../store/kinds/limits.ts";
import { QUALITY_SCORES, TEMPLATE_STATUSES } from "../store/kinds/templates.ts";
import { numberStanding, settingsPatch, wabaStanding } from "../store/kinds.ts";
import { newPopulation } from "../people/population/new-population.ts";
import { newPerson } from "../people/new-person.ts";

const id = z.string().regex(/^\d{5,20}$/, "5 to 20 digits");
const instant = z.iso.datetime({ offset: true, error: "an instant like 2026-11-22T12:00:00Z" });
const phone = z.string().describe("In international form, e.g. +1 201 555 0100");
const url = z.url({ protocol: /^https?$/, error: "an http or https address" });

const app = z
  .strictObject({
    id: id.exactOptional(),
    name: z.string().min(1).exactOptional(),
    secret: z.string().min(8).exactOptional().describe("Signs the webhooks"),
    callbackUrl: url.nullable().exactOptional().describe("Where webhooks go; nobody is asked"),
    verifyToken: z.string().exactOptional(),
    fields: z.array(z.string()).exactOptional().describe("Webhook fields; all when absent"),
  })
  .describe("The app that tokens and webhooks belong to; the demo's when absent");

const portfolio = z.strictObject({
  id,
  name: z.string().min(1),
  messagingLimit: z.enum(TIERS).default("TIER_2K"),
  verification: z.enum(["none", "business", "partner", "delivered"]).default("business"),
});

const profile = z
  .strictObject({
    about: z.string().max(139),
    address: z.string().max(256),
    description: z.string().max(512),
    email: z.string().max(128),
    websites: z.array(z.string().max(256)).max(2),
    vertical: z.string(),
  })
  .partial();

const number = z.strictObject({
  phone,
  id: id.exactOptional(),
  connected: z.boolean().default(true).describe("Registered and ready to send"),
  pin: z
    .string()
    .regex(/^\d{6}$/, "six digits")
    .exactOptional(),
  webhookUrl: url
    .exactOptional()
    .describe("Overrides the account's and the app's; nobody is asked"),
  profile: profile.exactOptional(),
  ...numberStanding.partial().shape,
  verifiedName: z.string().min(1),
});

const template = z.strictObject({
  name: z.string(),
  language: z.string().default("en_US"),
  category: z.enum(["MARKETING", "UTILITY", "AUTHENTICATION"]),
  components: z
    .array(z.record(z.string(), z.unknown()))
    .min(1)
    .describe("As POST /{waba}/message_templates takes them"),
  id: id.exactOptional(),
  parameterFormat: z.enum(["POSITIONAL", "NAMED"]).default("POSITIONAL"),
  status: z.enum(TEMPLATE_STATUSES).exclude(["DELETED"]).default("APPROVED"),
  rejectedReason: z.string().default("NONE"),
  qualityScore: z.enum(QUALITY_SCORES).default("UNKNOWN"),
  ttlSeconds: z.number().int().nullable().default(null),
});

const waba = z.strictObject({
  id: id.exactOptional(),
  portfolioId: id.exactOptional().describe("One of `portfolios`; one of its own when absent"),
  currency: z.string().length(3).exactOptional(),
  country: z.string().length(2).exactOptional(),
  timezoneId: z.string().exactOptional(),
  webhookUrl: url.exactOptional().describe("Overrides the app's; nobody is asked"),
  numbers: z.array(number).default([]),
  templates: z.array(template).default([]),
  ...wabaStanding.partial().shape,
  name: z.string().min(1),
});

const token = z.strictObject({
  token: z.string().min(8),
  kind: z.enum(["system-user", "user"]).default("system-user"),
  scopes: z.array(z.string()).exactOptional().describe("All when absent"),
  expiresAt: instant.nullable().default(null),
  revoked: z.boolean().default(false),
  wabaIds: z.array(id).default([]).describe("Accounts it reaches; empty is all of them"),
});

const person = newPerson.extend({
  blocks: z.array(phone).default([]).describe("Business numbers this person has blocked"),
});

const clock = z.strictObject({
  now: instant.exactOptional(),
  frozen: z.boolean().exactOptional(),
  speed: z.number().min(0.001).max(1_000_000).exactOptional(),
});

/**
 * A world as one file says it: what is there at the first moment.
 *
 * A part that is left out is as in the demo: its app, its account with one
 * connected number, its token, nobody with a phone. A part that is given is
 * exactly what is given.
 */
export const worldDescription = z
  .strictObject({
    $schema: z.string().exactOptional(),
    seed: z.string().exactOptional().describe("Message ids and BSUIDs follow from it"),
    clock: clock.exactOptional(),
    physics: z
      .enum(["calm", "real"])
      .exactOptional()
      .describe(
        "`real` switches on all limits, quality, pacing and marketing rules; `settings` goes before it",
      ),
    settings: settingsPatch.exactOptional().describe("Those left out have their usual values"),
    app: app.exactOptional(),
    portfolios: z.array(portfolio).default([]),
    wabas: z.array(waba).exactOptional().describe("Business accounts with numbers and templates"),
    tokens: z.array(token).exactOptional(),
    people: z.array(person).default([]),
    populations: z
      .array(newPopulation)
      .default([])
      .describe("Very many people, computed rather than stored"),
    faults: z.array(newFault).default([]),
  })
  .describe("A world for the Galka emulator");

/** As it is written, with everything left out that may be. */
export type WorldDescription = z.input<typeof worldDescription>;
/** As it is read, with every default in its place. */
export type DescribedWorld = z.output<typeof worldDescription>;
export type DescribedWaba = NonNullable<DescribedWorld["wabas"]>[number];
export type DescribedNumber = DescribedWaba["numbers"][number];
export type DescribedTemplate = DescribedWaba["templates"][number];
