import { call } from "@galka/contract/client";
import { DEMO } from "@galka/emulator";
import {
  type Category,
  approvedTemplate,
  connectNumber,
  writeCampaign,
} from "../../support/campaigns/campaign.ts";
import {
  type Api,
  agreeToMarketing,
  importList,
  populate,
} from "../../support/campaigns/people.ts";
import { acceptedCounter } from "../../support/campaigns/count-accepted.ts";
import type { CampaignChaosOptions } from "./arguments.ts";
import type { House } from "./house.ts";

/** A campaign of the scenario, and whom it is for. */
export type Show = {
  readonly id: string;
  readonly category: Category;
  readonly phones: readonly string[];
};

export type Stage = {
  readonly house: House;
  readonly channelId: string;
  readonly shows: readonly Show[];
  /** Another member, who may manage campaigns. */
  readonly colleague: Api;
  /** Templates as the emulator knows them. */
  readonly templateNames: readonly string[];
  /** How many Meta has accepted so far. */
  readonly countAccepted: () => Promise<number>;
  /** People who are written to when all is over: what comes after the doubts proves something about them. */
  readonly afterwards: Show;
  /** What changes while it is played. */
  readonly held: {
    /** The access token that is good at the moment. */
    token: string;
    /** Who was on the way when a copy of the database was made that was restored later. */
    readonly doubted: Set<string>;
  };
};

/** Later sends that were confirmed, which a proof asks for; and some to spare. */
const AFTERWARDS = 80;
/** A trial is not over before everything has gone wrong. */
const LEAST_MINUTES = 1.5;
const NUMBER_PER_MINUTE = 60_000;

/** Makes the number, the audience with its consents, and two campaigns that share the number: one of marketing, one of notices. */
export async function setStage(house: House, options: CampaignChaosOptions): Promise<Stage> {
  const { api, emulator } = house;
  const channelId = await connectNumber(api, house);
  const colleague = await joinColleague(house);
  const phones = await populate(emulator, options.size + AFTERWARDS, `chaos ${options.seed}`);
  const half = Math.floor(options.size / 2);
  const parts = [
    ["marketing", phones.slice(0, half)],
    ["utility", phones.slice(half, options.size)],
  ] as const;
  await emulator.changeSettings({ sentDelayMs: 20, arrivalDelayMs: 50 });
  const perMinute = Math.min(
    NUMBER_PER_MINUTE,
    Math.max(1, Math.ceil(options.size / 2 / LEAST_MINUTES)),
  );
  const shows: Show[] = [];
  for (const [category, some] of parts) {
    shows.push(await prepare(house, channelId, { category, some, name: category, perMinute }));
  }
  const some = phones.slice(options.size);
  const last = { category: "utility", some, name: "afterwards", perMinute: null } as const;
  const afterwards = await prepare(house, channelId, last);
  const templateNames = parts.map(([category]) => `proof_${category}`);
  const held = { token: DEMO.accessToken, doubted: new Set<string>() };
  const countAccepted = acceptedCounter(emulator);
  return { house, channelId, shows, colleague, templateNames, afterwards, held, countAccepted };
}

async function prepare(
  house: House,
  channelId: string,
  wish: {
    readonly category: Category;
    readonly some: readonly string[];
    readonly name: string;
    readonly perMinute: number | null;
  },
): Promise<Show> {
  const { category, some, name, perMinute } = wish;
  const listId = await importList(house.api, name, some);
  if (category === "marketing") await agreeToMarketing(house.databaseUrl(), channelId, some);
  const templateId = await templateOf(house, channelId, category);
  const id = await writeCampaign(house.api, { name, channelId, templateId, listId, perMinute });
  return { id, category, phones: some };
}

async function templateOf(house: House, channelId: string, category: Category): Promise<string> {
  const { items } = await house.api("listTemplates", { params: { id: channelId } });
  const known = items.find(({ name }) => name === `proof_${category}`);
  return known?.id ?? (await approvedTemplate(house.api, house, channelId, category));
}

async function joinColleague({ api, asMember, url, origin }: House): Promise<Api> {
  const email = "second@example.org";
  const password = "fake-password-1";
  const { link } = await api("inviteMember", { body: { email, role: "administrator" } });
  const token = new URL(link).hash.slice(1);
  const to = { baseUrl: url, headers: { origin } };
  await call("acceptInvitation", { body: { token, name: "Second", password } }, to);
  const response = await fetch(`${url}/api/v1/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`The colleague cannot sign in: ${response.status}.`);
  return asMember(
    response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(";", 1)[0])
      .join("; "),
  );
}
