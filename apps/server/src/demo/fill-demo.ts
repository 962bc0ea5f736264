import type { Member } from "@galka/core/workspaces/member";
import { idOf } from "@galka/core/kernel/ids";
import { z } from "zod";
import type { App } from "../app.ts";
import type { ChannelAccounts } from "../channels/accounts.ts";
import { connectChannel } from "../operations/channels/connect-channel.ts";
import { syncTemplates } from "../operations/templates/sync-templates.ts";
import { CAST } from "./cast.ts";
import { agreeOnOffers } from "./consents.ts";
import type { EmulatorControl } from "./emulator-control.ts";
import type { FollowedClock } from "./followed-clock.ts";
import { handOutPhones } from "./phones.ts";
import { playStory } from "./play-story.ts";
import { STORY } from "./story.ts";
import { teamOf } from "./team.ts";
import { submitTemplates } from "./templates.ts";

export type DemoParts = {
  readonly app: App;
  readonly accounts: ChannelAccounts;
  readonly emulator: { readonly control: EmulatorControl; readonly clock: FollowedClock };
};

export const DEMO_NAME = "Jackdaw Coffee";

/**
 * Fills a workspace through the emulator.
 *
 * Everything takes the road that it would take from Meta: people write on their
 * phones, webhooks bring it, the team answers through the operations that the
 * page calls. That is also why it takes some seconds.
 */
export async function fillDemo(
  { app, accounts, emulator }: DemoParts,
  owner: Member,
  say: (line: string) => void,
): Promise<void> {
  const { control, clock } = emulator;
  const meta = await describeMeta(control);
  await control.patch(`/numbers/${meta.phoneNumberId}`, { verifiedName: DEMO_NAME }, z.unknown());
  const channelId = await connect(app, owner, meta, accounts);
  await submitTemplates({ control, ...meta });
  await syncTemplates(app, owner, idOf(channelId));

  const phones = await handOutPhones(control, CAST, meta.phoneNumberId);
  const stage = { control, clock, phones, team: teamOf(app, owner) };
  await playStory(stage, STORY, (done) => {
    if (done % 10 === 0) say(`  ${done} of ${STORY.length} messages …`);
  });
  await agreeOnOffers(app, owner);
}

type Meta = {
  readonly baseUrl: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly wabaId: string;
  readonly phoneNumberId: string;
  readonly token: string;
};

const world = z.object({
  app: z.object({ id: z.string(), secret: z.string() }),
  numbers: z.array(z.object({ id: z.string(), wabaId: z.string() })),
});
const tokens = z.object({ data: z.array(z.object({ token: z.string(), revoked: z.boolean() })) });

/** The values that a person would copy from Meta's pages. */
async function describeMeta(control: EmulatorControl): Promise<Meta> {
  const { app, numbers } = await control.get("/world", world);
  const [number] = numbers;
  const token = (await control.get("/tokens", tokens)).data.find((it) => !it.revoked);
  if (!number || !token) throw new Error("The emulator has no number or no token.");
  return {
    baseUrl: control.baseUrl,
    appId: app.id,
    appSecret: app.secret,
    wabaId: number.wabaId,
    phoneNumberId: number.id,
    token: token.token,
  };
}

async function connect(
  app: App,
  owner: Member,
  { token, ...meta }: Meta,
  accounts: ChannelAccounts,
): Promise<string> {
  const request = { ...meta, name: null, accessToken: token, apiVersion: "v26.0" };
  const channel = await connectChannel(app, owner, request, accounts);
  if ("refused" in channel) throw new Error(`The demo's number: ${channel.refused}.`);
  return channel.id;
}
