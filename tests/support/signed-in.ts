import { type CallAnswer, type CallInput, call } from "@galka/contract/client";
import type { RouteName } from "@galka/contract/routes";
import { type ControlClient, controlClient, DEMO } from "@galka/emulator";
import { type FreshDatabase, freshDatabase } from "@galka/postgres/testing/fresh-database";
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
  await using opened = new AsyncDisposableStack();
  const database = opened.use(await sharedDatabase(options));
  const galka = opened.use(
    await startGalka({
      ...options,
      ...(database && { keepPages: true }),
      environment: {
        GALKA_OWNER_EMAIL: OWNER.email,
        GALKA_OWNER_PASSWORD: OWNER.password,
        ...(database && { DATABASE_URL: database.url }),
        ...options.environment,
      },
    }),
  );
  const cookie = await signIn(galka.url);
  const api = <R extends RouteName>(name: R, input: CallInput<R>) =>
    call(name, input, { baseUrl: galka.url, headers: { cookie, origin: galka.url } });
  const { items } = await api("listChannels", {});
  const channel = items[0];
  if (!channel) throw new Error("The demo has no channel.");

  const closing = opened.move();
  return {
    ...galka,
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
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

/**
 * `npm test` has built the pages and runs a PostgreSQL for all: a Galka that
 * nobody starts again has its database there. start.test.ts starts what a first start starts.
 */
async function sharedDatabase(options: StartOptions): Promise<FreshDatabase | null> {
  const isRunByNpm = process.env["GALKA_TEST_DATABASE_URL"] !== undefined;
  const hasItsOwn = options.data !== undefined || options.environment?.["DATABASE_URL"];
  return isRunByNpm && !hasItsOwn ? freshDatabase() : null;
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
