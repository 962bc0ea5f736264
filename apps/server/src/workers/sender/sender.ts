import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type { App } from "../../app.ts";
import {
  type ChannelToSend,
  doubtAfterRestoration,
  findChannelsToSend,
  markDatabase,
  ownChannel,
} from "../../operations/sends/own-channel.ts";
import { type Witness, forgetfulWitness } from "../../witness/witness.ts";
import { startLoop } from "../loop.ts";
import { type ChannelSender, startChannelSender } from "./channel-sender.ts";
import { openMarking } from "./marking.ts";
import { type SenderSettings, USUAL_SETTINGS } from "./settings.ts";

export type Sender = AsyncDisposable & {
  /** Messages that came in on a number: they count against its throughput. */
  heard(channelId: string, count: number): void;
};

export type SenderOptions = {
  readonly settings?: Partial<SenderSettings>;
  /** Without one, an older copy of the database is not told from the database itself. */
  readonly witness?: Witness;
};

const RESTORED = "The database was restored: what was unfinished is unknown until it is proven";

type Employed = { readonly sender: ChannelSender; neededAtMs: number };

/**
 * Owns the numbers that have something to send, and sends.
 *
 * Each number has one owner, in whichever process; another takes over when its
 * lease has run out, or at once after an orderly stop. Loses nothing and does
 * not end when the database is away: it goes on when it is back.
 */
export function startSender(app: App, options: SenderOptions = {}): Sender {
  const settings = { ...USUAL_SETTINGS, ...options.settings };
  const { nowMs } = settings;
  const witness = options.witness ?? forgetfulWitness();
  const marking = openMarking(app, witness, settings);
  const owner = `${hostname()} ${process.pid} ${randomUUID()}`;
  const employed = new Map<string, Employed>();
  const leaving = new Map<string, Promise<void>>();

  const finding = startLoop({
    work: async () => {
      if (await doubtAfterRestoration(app, witness)) app.log.warn({}, RESTORED);
      // Before anything is sent: what a copy that was made until here has forgotten can be told from it.
      await marking.mark();
      const places = await findChannelsToSend(app);
      for (const place of places) await employ(place);
      for (const [channelId, { sender, neededAtMs }] of employed) {
        if (sender.isIdle() && nowMs() - neededAtMs > settings.idleMs) dismiss(channelId);
      }
      return settings.pollMs;
    },
    onFault: (error) =>
      app.log.error({ error }, "Numbers to send for were not found; trying again"),
  });
  const stopListening = app.wake.listen("sends", (channelId) => {
    const known = employed.get(channelId);
    if (known) known.sender.wake();
    else finding.wake();
  });

  return {
    heard: (channelId, count) => employed.get(channelId)?.sender.heard(count),
    async [Symbol.asyncDispose]() {
      stopListening();
      await finding[Symbol.asyncDispose]();
      for (const channelId of employed.keys()) dismiss(channelId);
      await Promise.all(leaving.values());
      await markDatabase(app, witness).catch((error: unknown) =>
        app.log.error({ error }, "The last mark of the database could not be kept"),
      );
    },
  };

  async function employ(place: ChannelToSend): Promise<void> {
    const { channelId } = place;
    const known = employed.get(channelId);
    if (known) known.neededAtMs = nowMs();
    if (known || leaving.has(channelId)) return;

    const askedMs = nowMs();
    const taken = await ownChannel(app, place, owner, settings.leaseMs);
    if (!taken) return;
    const untilMs = askedMs + settings.leaseMs - settings.marginMs;
    const sender = startChannelSender(app, { ...taken, marking }, untilMs, settings);
    employed.set(channelId, { sender, neededAtMs: askedMs });
    void sender.lost.then(() => {
      app.log.warn({ channelId }, "Another process has taken a number over");
      dismiss(channelId);
    });
  }

  function dismiss(channelId: string): void {
    const known = employed.get(channelId);
    if (!known) return;
    employed.delete(channelId);
    leaving.set(channelId, leave(channelId, known.sender));
  }

  async function leave(channelId: string, sender: ChannelSender): Promise<void> {
    await sender[Symbol.asyncDispose]();
    leaving.delete(channelId);
    // Something may have been queued while the number was let go.
    finding.wake();
  }
}
