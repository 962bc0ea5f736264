import type { ChannelAccounts } from "../channels/accounts.ts";
import type { ChannelProfiles } from "../channels/profiles.ts";
import type { PushService } from "../push/push-service.ts";
import type { App } from "../app.ts";
import type { Mail } from "../mail/mail.ts";
import type { Realtime } from "../realtime/realtime.ts";
import type { Attempts } from "../sign-in/attempts.ts";
import type { SignIn } from "../sign-in/sign-in.ts";

/** What the HTTP side needs beside the app: where it stands, who signs people in, who speaks to accounts. */
export type Desk = {
  readonly app: App;
  readonly signIn: SignIn;
  readonly attempts: Attempts;
  readonly mail: Mail;
  readonly realtime: Realtime;
  readonly accounts: ChannelAccounts;
  readonly profiles: ChannelProfiles;
  readonly push: PushService;
  readonly settings: HttpSettings;
};

export type HttpSettings = {
  /** As people and Meta reach this server, without a slash at the end. */
  readonly publicUrl: string;
  /** Whether X-Forwarded-* of the proxy in front is believed. */
  readonly trustProxy: boolean;
  readonly version: string;
  /** Where the Graph API is and in which version, unless a channel says otherwise. */
  readonly graphUrl: string;
  readonly graphVersion: string;
  /** Where the simulated phones are, in a demo. */
  readonly phonesUrl: string | null;
  /** The built page of the team's workspace. */
  readonly pageDirectory: string;
  /** Whoever asks for /metrics from another machine needs it; null keeps /metrics to this machine. */
  readonly metricsToken: string | null;
};
