import { type CallAnswer, type CallInput, call } from "@galka/contract/client";
import type { RouteName } from "@galka/contract/routes";
import { type ControlClient, controlClient, DEMO } from "@galka/emulator";
import { type GalkaProcess, type StartOptions, startGalka } from "./galka-process.ts";

export const OWNER = { email: "owner@example.com", password: "correct horse battery staple" };

export type SignedInGalka = GalkaProcess & {
  /** Calls the API as the owner. */
  readonly api: <R extends RouteName>(name: R, input: CallInput<R>) => Promise<CallAnswer<R>>;
  readonly cookie: string;
  readonly emulator: ControlClient;
  readonly channelId: string;
  readonly webhookUrl: string;
  /** The demo's number, with what is needed to sign as Meta does. */
  readonly number: {
    readonly secret: string;
    readonly wabaId: string;
    readonly phoneNumberId: string;
  };
};

/** Galka in a process of its own with its demo, and its owner signed in. */
export async function signedInGalka(options: StartOptions = {}): Promise<SignedInGalka> {
  const galka = await startGalka({
    ...options,
    environment: {
      GALKA_OWNER_EMAIL: OWNER.email,
      GALKA_OWNER_PASSWORD: OWNER.password,
      ...options.environment,
    },
  });
  const cookie = await signIn(galka.url);
  const api = <R extends RouteName>(name: R, input: CallInput<R>) =>
    call(name, input, { baseUrl: galka.url, headers: { cookie, origin: galka.url } });
  const { items } = await api("listChannels", {});
  const channel = items[0];
  if (!channel) throw new Error("The demo has no channel.");

  return {
    ...galka,
    api,
    cookie,
    emulator: controlClient(galka.emulatorUrl),
    channelId: channel.id,
    webhookUrl: channel.webhookUrl,
    number: {
      secret: DEMO.appSecret,
      wabaId: channel.wabaId,
      phoneNumberId: channel.phoneNumberId,
    },
  };
}

/** Signs the owner in and answers the session's cookie. `origin` is the public address, where it is another. */
export async function signIn(url: string, origin: string = url): Promise<string> {
  const response = await fetch(`${url}/api/v1/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify(OWNER),
  });
  if (!response.ok)
    throw new Error(`Sign-in answered ${response.status}: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");
}
