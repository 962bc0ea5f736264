import { factorOf } from "@galka/core/health/brake";
import { type Tx, inWorkspace } from "@galka/postgres/database";
import { retrying } from "@galka/postgres/retry";
import { appendEvents } from "@galka/postgres/stores/events";
import {
  type Attempt,
  type Dispatched,
  type Moment,
  markDispatching,
} from "@galka/postgres/stores/outgoing/begun-sends";
import {
  type ClaimWish,
  type ClaimedSend,
  type Owned,
  type Room,
  claimSends,
} from "@galka/postgres/stores/outgoing/claimed-sends";
import {
  type SendingChannel,
  findSendingChannel,
} from "@galka/postgres/stores/outgoing/sending-channels";
import {
  type OfOwner,
  cancelStopped,
  cancelUnconsented,
} from "@galka/postgres/stores/outgoing/unconsented-sends";
import type { App } from "../../app.ts";
import type { ChannelAccess, ChannelGateway } from "../../channels/gateway.ts";
import { openChannelSecrets } from "../../secrets/channel-secrets.ts";
import { failedAsStopped } from "../campaigns/failed-as-stopped.ts";
import { failedWithoutConsent } from "../consent/failed-without-consent.ts";
import { failCancelled } from "./fail-cancelled.ts";

export type { Attempt, ClaimedSend, Room };

/** How a number is reached at the moment, and how fast it is. */
export type Line = {
  readonly gateway: ChannelGateway;
  readonly access: ChannelAccess;
  readonly throughputPerSecond: number;
  /** What its brake leaves of that to what nobody of the team has just written. */
  readonly share: number;
  readonly sealed: Uint8Array;
};

export type Claimed = {
  readonly sends: readonly ClaimedSend[];
  /** Read in the same transaction; null when the channel is gone. */
  readonly channel: SendingChannel | null;
};

/** Claims what is next of a number, and reads how the number is reached today. */
export function claimNext(app: App, owned: Owned, wish: ClaimWish): Promise<Claimed> {
  return inWorkspace(
    app.db,
    owned.workspaceId,
    async (tx) => {
      const [sends, channel] = await Promise.all([
        claimSends(tx, owned, wish),
        findSendingChannel(tx, owned.workspaceId, owned.channelId),
      ]);
      return { sends, channel };
    },
    "by-keys",
  );
}

/** Opens the secrets of a channel, unless they are the same as in `before`. */
export function openLine(
  app: App,
  owned: Owned,
  channel: SendingChannel,
  before: Line | null,
): Line {
  const { kind, status: _, brake, secrets: sealed, throughputPerSecond, ...address } = channel;
  const isSame = before !== null && Buffer.compare(before.sealed, sealed) === 0;
  const secrets = isSame ? before.access : openChannelSecrets(app.sealer, owned.channelId, sealed);
  const { id: channelId, ...rest } = address;
  const { accessToken, appSecret } = secrets;
  return {
    gateway: app.gateways(kind),
    access: { channelId, ...rest, accessToken, appSecret },
    throughputPerSecond,
    share: factorOf(brake),
    sealed,
  };
}

/**
 * Writes down that these attempts are about to be made, and answers the ids of
 * those that may be (`markDispatching` says which may not); what its person does
 * not want any more, or is of a stopped campaign, is ended. When it returns, it is
 * on disk, and the first byte may be written.
 */
export async function beginAttempts(
  app: App,
  owned: Owned,
  attempts: readonly Attempt[],
  known: Moment["known"],
): Promise<ReadonlySet<string>> {
  const { workspaceId } = owned;
  const now = app.clock.now();
  const { attemptIds, isTold } = await retrying(() =>
    inWorkspace(
      app.db,
      workspaceId,
      async (tx) => {
        const marked = await markDispatching(tx, owned, attempts, { known, now });
        const ended = await settleUnwanted(tx, { owned, known }, leftOut(attempts, marked), now);
        const begun = marked.flatMap(({ messageId, conversationId }) =>
          messageId === null || conversationId === null
            ? []
            : [{ kind: "message-changed", messageId, conversationId } as const],
        );
        await appendEvents(tx, workspaceId, now, [...ended, ...begun]);
        return {
          attemptIds: marked.map(({ attemptId }) => attemptId),
          isTold: ended.length + begun.length > 0,
        };
      },
      "by-keys",
    ),
  );
  if (isTold) app.wake.tell("events", workspaceId);
  return new Set(attemptIds);
}

/** Those of the attempts that may not be made. */
function leftOut(attempts: readonly Attempt[], marked: readonly Dispatched[]): string[] {
  if (marked.length === attempts.length) return [];
  const begun = new Set(marked.map(({ sendId }) => sendId));
  return attempts.flatMap(({ sendId }) => (begun.has(sendId) ? [] : [sendId]));
}

/** Ends those that their person does not want any more; answers the events of it. */
async function settleUnwanted(tx: Tx, of: OfOwner, sendIds: readonly string[], now: Date) {
  if (sendIds.length === 0) return [];
  const stopped = await cancelStopped(tx, of, sendIds, now);
  const unwanted = await cancelUnconsented(tx, of, sendIds, now);
  const failed = [
    ...stopped.map((messageId) => failedAsStopped(messageId, now)),
    ...unwanted.map((messageId) => failedWithoutConsent(messageId, now)),
  ];
  return failCancelled({ tx, workspaceId: of.owned.workspaceId }, failed);
}
