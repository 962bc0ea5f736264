import type { Member } from "@galka/core/workspaces/member";
import { z } from "zod";
import type { App } from "../app.ts";
import type { ChannelAccounts } from "../channels/accounts.ts";
import { connectChannel } from "../operations/channels/connect-channel.ts";
import type { SignIn } from "../sign-in/sign-in.ts";
import type { EmulatorControl } from "./emulator-control.ts";
import type { FollowedClock } from "./followed-clock.ts";

export type DemoParts = {
  readonly app: App;
  readonly accounts: ChannelAccounts;
  readonly signIn: SignIn;
  readonly emulator: { readonly control: EmulatorControl; readonly clock: FollowedClock };
};

/** What is needed to connect a number. */
export type Meta = {
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
export async function describeMeta(control: EmulatorControl): Promise<Meta> {
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

/** Connects the demo's number, as the wizard does; answers the channel's id. */
export async function connectDemo(
  { app, accounts }: DemoParts,
  owner: Member,
  { token, ...meta }: Meta,
): Promise<string> {
  const request = { ...meta, name: null, accessToken: token, apiVersion: "v26.0" };
  const channel = await connectChannel(app, owner, request, accounts);
  if ("refused" in channel) throw new Error(`The demo's number: ${channel.refused}.`);
  return channel.id;
}
