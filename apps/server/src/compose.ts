import { createHmac } from "node:crypto";
import { hostname } from "node:os";
import { join } from "node:path";
import { connect } from "@galka/postgres/connect";
import type { App } from "./app.ts";
import type { ChannelAccounts } from "./channels/accounts.ts";
import type { ChannelProfiles } from "./channels/profiles.ts";
import { whatsAppAccounts } from "./channels/whatsapp/whatsapp-accounts.ts";
import { whatsAppProfiles } from "./channels/whatsapp/whatsapp-profiles.ts";
import { whatsAppGateway } from "./channels/whatsapp/whatsapp-gateway.ts";
import { systemClock } from "./clock.ts";
import { type ServerConfig, pathsIn } from "./config.ts";
import { type EmulatorControl, emulatorControl } from "./demo/emulator-control.ts";
import { type FollowedClock, followedClock } from "./demo/followed-clock.ts";
import { type Egress, openEgress } from "./egress/egress.ts";
import { diskFiles } from "./files/disk-files.ts";
import type { HttpSettings } from "./http/desk.ts";
import { uuidIds } from "./ids.ts";
import type { Mail } from "./mail/mail.ts";
import { printedMail } from "./mail/printed-mail.ts";
import { smtpMail } from "./mail/smtp-mail.ts";
import type { PushService } from "./push/push-service.ts";
import { webPushService } from "./push/web-push-service.ts";
import { notifyWake } from "./notify-wake.ts";
import { aesSealer } from "./secrets/aes-sealer.ts";
import { type KeyRing, loadKeyFile, parseKeyRing } from "./secrets/key-ring.ts";
import { betterAuthSignIn } from "./sign-in/better-auth-sign-in.ts";
import type { SignIn } from "./sign-in/sign-in.ts";
import type { Log } from "./telemetry/log.ts";
import { pinoLog } from "./telemetry/pino-log.ts";
import { type PrometheusMetrics, prometheusMetrics } from "./telemetry/prometheus-metrics.ts";
import { ownVersion } from "./telemetry/version.ts";

/** Everything that the parts of the server share, wired once. */
export type House = AsyncDisposable & {
  readonly app: App;
  readonly metrics: PrometheusMetrics;
  readonly egress: Egress;
  readonly accounts: ChannelAccounts;
  readonly profiles: ChannelProfiles;
  readonly push: PushService;
  readonly signIn: SignIn;
  readonly mail: Mail;
  readonly settings: HttpSettings;
  /** In a demo alone. */
  readonly emulator: { readonly control: EmulatorControl; readonly clock: FollowedClock } | null;
};

const PAGE = join(import.meta.dirname, "../../web/dist");
const POOL_SIZE = 10;

/** Wires the server; nothing works yet. Disposing of it closes what was opened, in reverse. */
export async function compose(config: ServerConfig): Promise<House> {
  await using opened = new AsyncDisposableStack();
  const log = pinoLog(config.logLevel);
  const metrics = prometheusMetrics();
  const keys = keysOf(config);
  const db = opened.adopt(
    await connect({
      url: config.databaseUrl,
      name: `server on ${hostname()}`,
      size: POOL_SIZE,
      onLost: (error) => log.warn({ error }, "A connection to the database was lost."),
    }),
    (it) => it.destroy(),
  );
  const wake = opened.use(notifyWake(config.databaseUrl, log));
  const settings = settingsOf(config);
  const egress = opened.use(openEgress({ trustedOrigins: trustedOrigins(config) }));
  const emulator = config.demo ? await followEmulator(config, egress, log, opened) : null;
  const clock = emulator?.clock ?? systemClock;
  const ids = uuidIds();
  const gateway = whatsAppGateway({ fetch: egress.fetch, ids });
  const app: App = {
    db,
    clock,
    ids,
    wake,
    files: diskFiles(pathsIn(config.data).files),
    sealer: aesSealer(keys),
    gateways: () => gateway,
    log,
    metrics,
  };
  const closing = opened.move();
  return {
    app,
    metrics,
    egress,
    emulator,
    settings,
    mail: mailOf(config, log),
    accounts: whatsAppAccounts({
      fetch: egress.fetch,
      publicUrl: settings.publicUrl,
      now: () => clock.now(),
    }),
    profiles: whatsAppProfiles(egress.fetch),
    push: webPushService({
      fetch: egress.fetch,
      subject: pushSubject(settings.publicUrl),
      onFailed: (error) => log.info({ error }, "A notification could not be pushed."),
    }),
    signIn: betterAuthSignIn(db, {
      publicUrl: settings.publicUrl,
      secret: cookieSecret(keys),
      secureCookies: settings.publicUrl.startsWith("https:"),
    }),
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}

function mailOf({ smtp }: ServerConfig, log: Log): Mail {
  if (smtp) return smtpMail(smtp, log);
  return printedMail((line) => void process.stdout.write(`${line}\n`));
}

function keysOf(config: ServerConfig): KeyRing {
  return config.secretKey === null
    ? loadKeyFile(pathsIn(config.data).secretKey)
    : parseKeyRing(config.secretKey);
}

/** The cookies' own secret: whoever learns it cannot open what the key has sealed. */
function cookieSecret([key]: KeyRing): string {
  return createHmac("sha256", key.bytes).update("galka cookies").digest("base64url");
}

/** Push services want an address to complain to; one of this machine alone is none. */
function pushSubject(publicUrl: string): string {
  return publicUrl.startsWith("https:") ? publicUrl : "mailto:nobody@example.com";
}

function emulatorUrl(config: ServerConfig): string {
  return `http://127.0.0.1:${config.emulatorPort}`;
}

/** Addresses that may be private, because whoever runs this server named them. */
function trustedOrigins(config: ServerConfig): string[] {
  // The doctor asks our own address what Meta would ask it.
  const emulator = emulatorUrl(config);
  // People write the name of this machine, as the phones' page has it; Galka itself the number.
  const byName = emulator.replace("127.0.0.1", "localhost");
  return [config.publicUrl, ...(config.demo ? [emulator, byName] : [])];
}

async function followEmulator(
  config: ServerConfig,
  egress: Egress,
  log: Log,
  opened: AsyncDisposableStack,
): Promise<NonNullable<House["emulator"]>> {
  const control = emulatorControl(egress.fetch, emulatorUrl(config), config.controlKey);
  const clock = opened.use(followedClock(control, log));
  await clock.follow();
  return { control, clock };
}

// Meta: v26.0 is the newest version of the Graph API, docs/graph-api/changelog, read 2026-11.
const GRAPH = { url: "https://graph.facebook.com", version: "v26.0" };

function settingsOf(config: ServerConfig): HttpSettings {
  return {
    publicUrl: config.publicUrl,
    trustProxy: config.trustProxy,
    version: ownVersion(),
    graphUrl: GRAPH.url,
    graphVersion: GRAPH.version,
    phonesUrl: config.demo ? phonesUrl(config) : null,
    pageDirectory: PAGE,
    metricsToken: config.metricsToken,
  };
}

/** The phones are at the same machine as the page, as a browser names it. */
function phonesUrl(config: ServerConfig): string {
  const url = new URL(config.publicUrl);
  url.protocol = "http:";
  url.port = String(config.emulatorPort);
  if (config.controlKey !== null) url.searchParams.set("key", config.controlKey);
  return url.href;
}
