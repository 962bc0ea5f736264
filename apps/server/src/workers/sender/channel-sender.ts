import { setTimeout as sleep } from "node:timers/promises";
import type { Brake } from "@galka/core/health/brake";
import { idOf } from "@galka/core/kernel/ids";
import type { Lane } from "@galka/core/sends/send";
import { attachmentOf } from "@galka/core/messages/content";
import type { App } from "../../app.ts";
import type { SendOutcome } from "../../channels/gateway.ts";
import { cancelQueued } from "../../operations/sends/cancel-queued.ts";
import {
  type ClaimedSend,
  type Line,
  beginAttempts,
  claimNext,
  openLine,
} from "../../operations/sends/claim-next.ts";
import { judgeDoubts } from "../../operations/sends/judge-doubts.ts";
import { type Owned, type Taken, leaveChannel } from "../../operations/sends/own-channel.ts";
import { type Ended, settledBy } from "../../operations/sends/record-outcomes.ts";
import { type Uploaded, uploadFilesOf } from "../../operations/sends/upload-files.ts";
import type { Named } from "../../operations/webhooks/make-known.ts";
import { rightOfWayOf } from "../../right-of-way.ts";
import { tagAttempt } from "../../secrets/attempt-tag.ts";
import { type Loop, startLoop } from "../loop.ts";
import { type Hand, type Patience, type ReadySend, openHand } from "./hand.ts";
import { type Begun, type Outlet, openOutlet } from "./outlet.ts";
import { openJoiner } from "./joiner.ts";
import type { Marking } from "./marking.ts";
import { type Pacing, openPacing } from "./pacing.ts";
import { type Recorder, openRecorder } from "./recorder.ts";
import type { SenderSettings } from "./settings.ts";
import { startTenure } from "./tenure.ts";
import { toOutgoing } from "./to-outgoing.ts";
import { openUploader } from "./uploader.ts";

/** Sends for one number as long as it is ours. Disposing of it finishes what is under way and lets the number go. */
export type ChannelSender = AsyncDisposable & {
  wake(): void;
  heard(count: number): void;
  /** Resolves when somebody else has the number. */
  readonly lost: Promise<void>;
  isIdle(): boolean;
};

const GROUP = 64;
/** For so long messages are written down as begun before their moment comes: longer than a commit takes. */
const AHEAD_MS = 120;
const MOST_OPEN = 320;
/** Of them so many are left to replies. */
const OPEN_FOR_REPLIES = 32;

/**
 * Starts sending for a number that was just taken and is surely ours until `untilMs`.
 *
 * The order in every group: claimed, then committed as dispatching under an
 * attempt's id, then the first byte. Answers are written as they come, many at
 * once, so nothing waits for the slowest of a group.
 */
export function startChannelSender(
  app: App,
  { owned, fromSilent, marking }: Taken & { readonly marking: Marking },
  untilMs: number,
  settings: SenderSettings,
): ChannelSender {
  const { nowMs, pollMs } = settings;
  const hand = openHand();
  const pacing = openPacing();
  const outlet = openOutlet(pacing.limiter, nowMs, (begun) => void carryOut(begun));
  const state = { open: 0, underWay: 0, isStopping: false };
  let brake: Brake = "none";
  const beginsAtMs = fromSilent ? nowMs() + settings.handOverMs : 0;
  let line: Line | null = null;

  const report = reporterOf(app, owned);
  const joiner = openJoiner(app, owned, (error) => report("reports", error));
  const recorder = openRecorder(app, owned, onWritten);
  const upload = (send: ClaimedSend) => uploadOver(app, owned, line, send);
  const onFailed = (send: ClaimedSend, outcome: SendOutcome) =>
    recorder.add({ send, attemptId: null, outcome });
  const uploader = openUploader({ upload, onReady: carry, onFailed, onFault: faultIn("upload") });
  const tenure = startTenure(app, { owned, untilMs, settings, onFault: faultIn("lease") });
  const gathering = startLoop({ work: gather, onFault: faultIn("sender") });
  const sending = startBoth(step, faultIn("sender"));
  const judging = startLoop({ work: judge, onFault: faultIn("proof") });

  return {
    wake: hint,
    heard: (count) => pacing.limiter.hear(nowMs(), count),
    lost: tenure.lost,
    isIdle: () => hand.size() === 0,
    [Symbol.asyncDispose]: stop,
  };

  function hint(): void {
    gathering.wake();
    sending.wake();
  }

  function onWritten(written: readonly Ended[], known: readonly Named[]): void {
    joiner.add(known);
    for (const { send, attemptId } of written) {
      hand.letGo(send.id);
      if (attemptId !== null) state.open -= 1;
    }
    hint();
  }

  function faultIn(where: string): (error: unknown) => void {
    return (error) => report(where, error);
  }

  /** Fills the hand, while what was in it before is written down and goes out. */
  async function gather(): Promise<number> {
    if (state.isStopping || !tenure.isOurs()) return pollMs;
    if (nowMs() < beginsAtMs) return beginsAtMs - nowMs();
    const isFull = await claim();
    sending.wake();
    return isFull ? 0 : pollMs;
  }

  async function step(of: Patience): Promise<number> {
    if (of === "patient") await rightOfWayOf(app).give();
    if (state.isStopping || !tenure.isOurs() || !line || marking.isOld()) return pollMs;
    const { open } = state;
    const room = mostOpen(line) - (of === "reply" ? 0 : OPEN_FOR_REPLIES) - open;
    const most = pacing.roomAt(nowMs(), Math.min(GROUP, room), open);
    if (most <= 0) return open > 0 ? pollMs : pacing.waitMs(nowMs());
    const ahead = roomAhead(pacing, outlet, nowMs())[of];
    if (ahead <= 0) return pollMs;
    const wanted = { of, most: Math.min(most, ahead) };
    const { ready, waitMs } = hand.choose(pacing.limiter, nowMs(), wanted);
    if (ready.length === 0) return Math.min(waitMs ?? pollMs, pollMs);
    if (of === "reply" || hand.hasRoom()) gathering.wake();
    const over = line;
    const begin = () => dispatch(ready, over);
    await (of === "reply" ? rightOfWayOf(app).take(begin) : begin());
    return 0;
  }

  /** Whether there may be more of a lane, because all were claimed that there was room for. */
  async function claim(): Promise<boolean> {
    // With no room too: it also tells whether the number may be used at all.
    const rooms = hand.rooms();
    const { sends, channel } = await claimNext(app, owned, {
      rooms,
      busy: hand.busy(),
      known: marking.last(),
    });
    const isHeld = channel?.status !== "connected" || channel.brake !== brake;
    brake = channel?.brake ?? "none";
    if (isHeld && hand.size() > 0) putBack({ hand, outlet, recorder });
    if (channel?.status === "disconnected") await cancelQueued(app, owned);
    if (channel) {
      // Before anything is in hand: when the secrets cannot be opened, all of it waits on.
      line = openLine(app, owned, channel, line);
      pacing.limiter.setThroughput(line.throughputPerSecond);
      pacing.limiter.holdBack(line.share);
    }
    // One that was taken back and queued anew may come a second time while its old copy is in hand.
    const taken = sends.filter((send) => hand.hold(send));
    for (const send of taken) {
      if (send.content && attachmentOf(send.content)) uploader.add(send);
      else hand.ready({ send, remoteIds: new Map() });
    }
    const claimed = (of: Lane) => sends.filter(({ lane }) => lane === of).length;
    return rooms.some(({ lane, count }) => claimed(lane) >= count);
  }

  function carry(send: ClaimedSend, remoteIds: ReadonlyMap<string, string>): void {
    hand.ready({ send, remoteIds });
    sending.wake();
  }

  async function dispatch(ready: readonly ReadySend[], over: Line): Promise<void> {
    const attempts = ready.map((it) => ({
      it,
      attempt: {
        sendId: it.send.id,
        attemptId: String(app.ids.next<"attempt">()),
        queuedAt: it.send.queuedAt,
      },
    }));
    let begun: ReadonlySet<string>;
    state.open += attempts.length;
    try {
      begun = await beginAttempts(
        app,
        owned,
        attempts.map(({ attempt }) => attempt),
        marking.last(),
      );
    } catch (error) {
      // Whether it is written that they began is not known; that no byte was written is.
      const outcome: SendOutcome = { outcome: "not-sent", reason: "The database did not answer." };
      for (const { it, attempt } of attempts) {
        recorder.add({ send: it.send, attemptId: attempt.attemptId, outcome });
      }
      throw error;
    }
    const isBegun = Object.groupBy(attempts, ({ attempt }) =>
      begun.has(attempt.attemptId) ? "yes" : "no",
    );
    for (const { it } of isBegun.no ?? []) hand.letGo(it.send.id);
    state.open -= isBegun.no?.length ?? 0;
    outlet.add((isBegun.yes ?? []).map((attempt) => ({ ...attempt, over })));
    // The number was paused, or is somebody else's, or nobody wants some of them any more.
    if (begun.size < attempts.length) gathering.wake();
  }

  async function carryOut(begun: Begun): Promise<void> {
    const { it, attempt } = begun;
    state.underWay += 1;
    // The next group is to be written down before this one is out.
    sending.wake();
    const startMs = nowMs();
    const talk = () => send(begun);
    const outcome = await (it.send.lane === "reply" ? rightOfWayOf(app).take(talk) : talk());
    state.underWay -= 1;
    app.metrics.time("send_attempt", (nowMs() - startMs) / 1000);
    const { sealed } = begun.over;
    const ended = { send: it.send, attemptId: attempt.attemptId, outcome, sealed };
    const { consequence } = settledBy(app.clock.now(), ended);
    pacing.follow(nowMs(), consequence, it.send.recipient);
    recorder.add(ended);
    sending.wake();
  }

  async function send(begun: Begun): Promise<SendOutcome> {
    const { over } = begun;
    const wire = wireOf(app, begun);
    if (!wire) return { outcome: "not-sent", reason: "It could not be read." };
    // The last look before the first byte: whoever was stopped for a while wakes up here.
    if (!tenure.isOurs()) {
      return { outcome: "not-sent", reason: "The number may have another owner by now." };
    }
    if (pacing.waitMs(nowMs()) > 0) {
      return { outcome: "not-sent", reason: "The channel does not answer at the moment." };
    }
    try {
      const outcome = await over.gateway.send(over.access, wire.outgoing, wire.tag);
      pacing.hear(nowMs(), outcome);
      return outcome;
    } catch (error) {
      app.log.error({ error }, "A gateway threw; what became of the attempt is unknown");
      return { outcome: "ambiguous", reason: "The gateway failed." };
    }
  }

  async function judge(): Promise<number> {
    if (state.isStopping || !line || !tenure.isOurs()) return settings.judgeMs;
    if ((await judgeDoubts(app, owned, line)) > 0) hint();
    return settings.judgeMs;
  }

  async function stop(): Promise<void> {
    state.isStopping = true;
    const loops = [gathering, sending, judging];
    await Promise.all(loops.map((loop) => loop[Symbol.asyncDispose]()));
    const givenUpAtMs = nowMs() + settings.patienceMs;
    while (state.underWay + outlet.size() + uploader.count() > 0 && nowMs() < givenUpAtMs)
      await sleep(10);
    const isWritten = await recorder.settled(Math.max(1000, givenUpAtMs - nowMs()));
    // What is not joined by then, the next owner does.
    const patience = sleep(Math.max(1000, givenUpAtMs - nowMs()), undefined, { ref: false });
    await Promise.race([joiner.idle(), patience]);
    await tenure[Symbol.asyncDispose]();
    // Whatever is still out keeps the number until the lease ends: its end is then unknown.
    if (tenure.isLost() || !isWritten || state.underWay + outlet.size() > 0) return;
    await leaveChannel(app, owned).catch(faultIn("lease"));
  }
}

/** Each for itself: a reply does not wait until a group of a campaign is written down. */
function startBoth(
  step: (of: Patience) => Promise<number>,
  onFault: (error: unknown) => void,
): Loop {
  const loops = (["reply", "patient"] as const).map((of) =>
    startLoop({ work: () => step(of), onFault }),
  );
  return {
    wake() {
      for (const loop of loops) loop.wake();
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(loops.map((loop) => loop[Symbol.asyncDispose]()));
    },
  };
}

/** How many may be begun ahead of their moment. A campaign's by groups, so that each is worth a commit. */
function roomAhead(
  { limiter }: Pacing,
  outlet: Outlet,
  nowMs: number,
): Readonly<Record<Patience, number>> {
  const ahead = (lane: Lane) => Math.ceil((limiter.ratePerSecond(nowMs, lane) * AHEAD_MS) / 1000);
  const patient = ahead("marketing");
  return {
    reply: ahead("reply") - outlet.sizeOf("reply"),
    patient: outlet.size() * 2 > patient ? 0 : patient - outlet.size(),
  };
}

type InHand = { readonly hand: Hand; readonly outlet: Outlet; readonly recorder: Recorder };

/** Whoever pauses a number, or brakes it, means what waits in hand as well. What is on its way goes on. */
function putBack({ hand, outlet, recorder }: InHand): void {
  hand.letGoOfWaiting();
  const outcome: SendOutcome = { outcome: "not-sent", reason: "The number was held back." };
  for (const { it, attempt } of outlet.takeBack()) {
    recorder.add({ send: it.send, attemptId: attempt.attemptId, outcome });
  }
}

async function uploadOver(
  app: App,
  owned: Owned,
  line: Line | null,
  { content }: ClaimedSend,
): Promise<Uploaded> {
  if (!line || !content) throw new Error("There is nothing to upload, or nowhere to.");
  return uploadFilesOf(app, owned, line, content);
}

function reporterOf({ metrics, log }: App, { channelId }: Owned) {
  return (where: string, error: unknown): void => {
    metrics.count("faults", { where });
    log.error({ channelId, where, error }, "Sending was interrupted; trying again");
  };
}

/**
 * How many attempts may be begun and not written down as ended: all of which are
 * in doubt when this process is killed. Enough to use the number's throughput
 * when that takes a third of a second.
 */
function mostOpen({ throughputPerSecond }: Line): number {
  return Math.min(MOST_OPEN, Math.max(GROUP, Math.ceil(throughputPerSecond / 3)));
}

/** Null for what this version cannot read: a newer one may be able to. */
function wireOf(app: App, { it, attempt: { sendId, attemptId } }: Begun) {
  try {
    const tag = tagAttempt(app.sealer, { sendId: idOf(sendId), attemptId: idOf(attemptId) });
    return { outgoing: toOutgoing(it), tag };
  } catch (error) {
    app.log.error({ sendId, error }, "A send could not be read");
    return null;
  }
}
