import { setTimeout as sleep } from "node:timers/promises";
import { type Limiter, createLimiter } from "@galka/core/channels/limiter";
import { idOf } from "@galka/core/kernel/ids";
import { attachmentOf } from "@galka/core/messages/content";
import type { App } from "../../app.ts";
import type { SendOutcome } from "../../channels/gateway.ts";
import {
  type Attempt,
  type ClaimedSend,
  type Line,
  beginAttempts,
  claimNext,
  openLine,
  returnUnheld,
} from "../../operations/sends/claim-next.ts";
import { judgeDoubts } from "../../operations/sends/judge-doubts.ts";
import { type Taken, keepChannel, leaveChannel } from "../../operations/sends/own-channel.ts";
import { settledBy } from "../../operations/sends/record-outcomes.ts";
import { uploadFileOf } from "../../operations/sends/upload-file.ts";
import { tagAttempt } from "../../secrets/attempt-tag.ts";
import { startLoop } from "../loop.ts";
import { type ReadySend, openHand } from "./hand.ts";
import { openOutage } from "./outage.ts";
import { openRecorder } from "./recorder.ts";
import type { SenderSettings } from "./settings.ts";
import { toOutgoing } from "./to-outgoing.ts";

/** Sends for one number as long as it is ours. Disposing of it finishes what is under way and lets the number go. */
export type ChannelSender = AsyncDisposable & {
  wake(): void;
  heard(count: number): void;
  /** Resolves when somebody else has the number. */
  readonly lost: Promise<void>;
  isIdle(): boolean;
};

const GROUP = 64;
const MOST_UPLOADS = 4;
const LONG_OUTAGE_MS = 30_000;

/**
 * Starts sending for a number that was just taken.
 *
 * The order in every group: claimed, then committed as dispatching under an
 * attempt's id, then the first byte. Answers are written as they come, many at
 * once, so nothing waits for the slowest of a group. `untilMs` is up to when the
 * number is surely ours, by a clock that does not go back.
 */
export function startChannelSender(
  app: App,
  { owned, fromSilent }: Taken,
  untilMs: number,
  settings: SenderSettings,
): ChannelSender {
  const { nowMs } = settings;
  const lost = Promise.withResolvers<void>();
  const hand = openHand();
  const outage = openOutage();
  const uploads: ClaimedSend[] = [];
  const recorder = openRecorder(app, owned, (written) => {
    for (const { send } of written) hand.letGo(send.id);
    hint();
  });
  const facts = { channelId: owned.channelId };
  let line: Line | null = null;
  let limiter: Limiter | null = null;
  let oursUntilMs = untilMs;
  let beginsAtMs = fromSilent ? nowMs() + settings.handOverMs : 0;
  let claimAtMs = 0;
  const load = { underWay: 0, uploading: 0 };
  let heardEarly = 0;
  let isInDoubt = false;
  let isStopping = false;
  let isLost = false;

  const sending = startLoop({ work: step, onFault: faultIn("sender") });
  const renewal = startLoop({ work: renew, onFault: faultIn("lease") });
  const judging = startLoop({ work: judge, onFault: faultIn("proof") });

  return {
    wake: hint,
    lost: lost.promise,
    isIdle: () => hand.size() === 0,
    heard(count) {
      if (limiter) limiter.hear(nowMs(), count);
      else heardEarly += count;
    },
    [Symbol.asyncDispose]: stop,
  };

  function hint(): void {
    claimAtMs = 0;
    sending.wake();
  }

  function faultIn(where: string): (error: unknown) => void {
    return (error) => {
      // An answer of the database was lost: what it did may differ from what is in hand.
      isInDoubt = true;
      app.metrics.count("faults", { where });
      app.log.error({ ...facts, where, error }, "Sending was interrupted; trying again");
    };
  }

  async function step(): Promise<number> {
    if (isStopping || isLost) return settings.pollMs;
    const startMs = nowMs();
    if (startMs < beginsAtMs) return beginsAtMs - startMs;
    if (startMs >= oursUntilMs) return settings.pollMs;
    if (isInDoubt) {
      await returnUnheld(app, owned, hand.ids());
      isInDoubt = false;
    }
    if (startMs >= claimAtMs) await claim(startMs);
    if (!limiter || !line) return settings.pollMs;

    const most = Math.min(GROUP, mostUnderWay() - load.underWay);
    const room = outage.roomAt(nowMs(), most, load.underWay);
    if (room <= 0) return load.underWay > 0 ? settings.pollMs : outage.waitMs(nowMs());
    const { ready, waitMs } = hand.choose(limiter, nowMs(), room);
    if (ready.length === 0) return Math.min(waitMs ?? settings.pollMs, settings.pollMs);
    await dispatch(ready, line);
    return 0;
  }

  /** Enough to use the number's throughput at a quarter of a second an answer. */
  function mostUnderWay(): number {
    return Math.min(256, Math.max(GROUP, Math.ceil((line?.throughputPerSecond ?? 0) / 4)));
  }

  async function claim(startMs: number): Promise<void> {
    claimAtMs = startMs + settings.pollMs;
    const rooms = hand.rooms();
    if (rooms.length === 0) return;
    const { sends, channel } = await claimNext(app, owned, { rooms, busy: hand.busy() });
    for (const send of sends) hand.hold(send);
    if (channel) {
      line = openLine(app, owned, channel, line);
      limiter ??= createLimiter(line.throughputPerSecond);
      limiter.setThroughput(line.throughputPerSecond);
      if (heardEarly > 0) limiter.hear(nowMs(), heardEarly);
      heardEarly = 0;
    }
    for (const send of sends) {
      if (send.content && attachmentOf(send.content)) uploads.push(send);
      else hand.ready({ send, remoteIds: new Map() });
    }
    for (let free = MOST_UPLOADS - load.uploading; free > 0; free -= 1) void upload();
    // There may be more: of a full claim, and of people who have just been answered.
    if (sends.length > 0) claimAtMs = 0;
  }

  async function upload(): Promise<void> {
    const send = uploads.shift();
    if (!send || !line || !send.content) return;
    load.uploading += 1;
    try {
      const uploaded = await uploadFileOf(app, owned, line, send.content);
      if ("remoteIds" in uploaded) hand.ready({ send, remoteIds: uploaded.remoteIds });
      else recorder.add({ send, attemptId: null, outcome: uploaded.problem });
    } catch (error) {
      app.log.error({ ...facts, error }, "A file could not be prepared; trying again");
      const outcome: SendOutcome = { outcome: "not-sent", reason: "The file was not prepared." };
      recorder.add({ send, attemptId: null, outcome });
    } finally {
      load.uploading -= 1;
      sending.wake();
      void upload();
    }
  }

  async function dispatch(ready: readonly ReadySend[], over: Line): Promise<void> {
    const attempts = ready.map((it) => ({
      it,
      attempt: { sendId: it.send.id, attemptId: String(app.ids.next<"attempt">()) },
    }));
    let begun: ReadonlySet<string>;
    try {
      begun = await beginAttempts(
        app,
        owned,
        attempts.map(({ attempt }) => attempt),
      );
    } catch (error) {
      // Whether it is written that they began is not known; that no byte was written is.
      const outcome: SendOutcome = { outcome: "not-sent", reason: "The database did not answer." };
      for (const { it, attempt } of attempts) {
        recorder.add({ send: it.send, attemptId: attempt.attemptId, outcome });
      }
      throw error;
    }
    for (const { it, attempt } of attempts) {
      if (begun.has(it.send.id)) void carryOut(it, attempt, over);
      else hand.letGo(it.send.id);
    }
  }

  async function carryOut(it: ReadySend, attempt: Attempt, over: Line): Promise<void> {
    load.underWay += 1;
    const startMs = nowMs();
    const outcome = await send(it, attempt, over);
    load.underWay -= 1;
    app.metrics.time("send_attempt", (nowMs() - startMs) / 1000);
    const ended = { send: it.send, attemptId: attempt.attemptId, outcome };
    follow(it.send, settledBy(app.clock.now(), ended));
    recorder.add(ended);
    sending.wake();
  }

  async function send(it: ReadySend, attempt: Attempt, over: Line): Promise<SendOutcome> {
    // The last look before the first byte: whoever was stopped for a while wakes up here.
    if (nowMs() >= oursUntilMs || isLost) {
      return { outcome: "not-sent", reason: "The number may have another owner by now." };
    }
    let outgoing;
    let tag;
    try {
      outgoing = toOutgoing(it);
      const { sendId, attemptId } = attempt;
      tag = tagAttempt(app.sealer, { sendId: idOf(sendId), attemptId: idOf(attemptId) });
    } catch (error) {
      app.log.error({ ...facts, sendId: it.send.id, error }, "A send could not be read");
      return { outcome: "not-sent", reason: "It could not be read." };
    }
    try {
      const outcome = await over.gateway.send(over.access, outgoing, tag);
      hear(outcome);
      return outcome;
    } catch (error) {
      app.log.error({ ...facts, error }, "A gateway threw; what became of the attempt is unknown");
      return { outcome: "ambiguous", reason: "The gateway failed." };
    }
  }

  function hear({ outcome }: SendOutcome): void {
    if (outcome === "not-sent" || outcome === "ambiguous") return outage.silent(nowMs());
    const awayMs = outage.answered(nowMs());
    if (awayMs !== null && awayMs >= LONG_OUTAGE_MS) limiter?.ramp(nowMs());
  }

  function follow(about: ClaimedSend, { consequence }: ReturnType<typeof settledBy>): void {
    if (consequence.kind === "slow-down") limiter?.slowDown(nowMs());
    if (consequence.kind === "hold-pair") {
      limiter?.holdPair(nowMs() + consequence.ms, about.recipient);
    }
  }

  async function renew(): Promise<number> {
    if (isLost) return settings.renewMs;
    const startMs = nowMs();
    if (await keepChannel(app, owned, settings.leaseMs)) {
      oursUntilMs = startMs + settings.leaseMs - settings.marginMs;
    } else {
      isLost = true;
      lost.resolve();
    }
    return settings.renewMs;
  }

  async function judge(): Promise<number> {
    if (isLost || isStopping || !line || nowMs() >= oursUntilMs) return settings.judgeMs;
    if ((await judgeDoubts(app, owned, line)) > 0) hint();
    return settings.judgeMs;
  }

  async function stop(): Promise<void> {
    isStopping = true;
    beginsAtMs = Infinity;
    await Promise.all([sending[Symbol.asyncDispose](), judging[Symbol.asyncDispose]()]);
    const givenUpAtMs = nowMs() + settings.patienceMs;
    while (load.underWay + load.uploading > 0 && nowMs() < givenUpAtMs) await sleep(10);
    const isWritten = await recorder.settled(Math.max(1000, givenUpAtMs - nowMs()));
    await renewal[Symbol.asyncDispose]();
    // Whatever is still out keeps the number until the lease ends: its end is then unknown.
    if (isLost || !isWritten || load.underWay > 0) return;
    await leaveChannel(app, owned).catch(faultIn("lease"));
  }
}
