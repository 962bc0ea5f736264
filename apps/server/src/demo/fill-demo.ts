import type { Member } from "@galka/core/workspaces/member";
import { z } from "zod";
import type { App } from "../app.ts";
import type { ChannelAccounts } from "../channels/accounts.ts";
import { connectChannel } from "../operations/channels/connect-channel.ts";
import type { EmulatorControl } from "./emulator-control.ts";
import type { FollowedClock } from "./followed-clock.ts";

export type DemoParts = {
  readonly app: App;
  readonly accounts: ChannelAccounts;
  readonly emulator: { readonly control: EmulatorControl; readonly clock: FollowedClock };
};

/** Fills a workspace through the emulator: everything arrives by webhook, as it would from Meta. */
export async function fillDemo(
  parts: DemoParts,
  owner: Member,
  _say: (line: string) => void,
): Promise<void> {
  await connectDemoNumber(parts, owner);
}

const world = z.object({
  app: z.object({ id: z.string(), secret: z.string() }),
  numbers: z.array(z.object({ id: z.string(), wabaId: z.string() })),
});
const tokens = z.object({ data: z.array(z.object({ token: z.string(), revoked: z.boolean() })) });

/** Connects the emulator's first number with the values that a person would copy from Meta's pages. */
async function connectDemoNumber(
  { app, accounts, emulator }: DemoParts,
  owner: Member,
): Promise<string> {
  const { control } = emulator;
  const { app: metaApp, numbers } = await control.get("/world", world);
  const [number] = numbers;
  const token = (await control.get("/tokens", tokens)).data.find((it) => !it.revoked);
  if (!number || !token) throw new Error("The emulator has no number or no token.");
  const channel = await connectChannel(
    app,
    owner,
    {
      name: null,
      accessToken: token.token,
      appSecret: metaApp.secret,
      appId: metaApp.id,
      wabaId: number.wabaId,
      phoneNumberId: number.id,
      baseUrl: control.baseUrl,
      apiVersion: "v26.0",
    },
    accounts,
  );
  if ("refused" in channel) throw new Error(`The demo's number: ${channel.refused}.`);
  return channel.id;
}
