import { type Tx, enterWorkspace, inWorkspace } from "@galka/postgres/database";
import { retrying } from "@galka/postgres/retry";
import { listCampaignPlaces } from "@galka/postgres/stores/campaigns/places";
import { listDirectory } from "@galka/postgres/stores/channel-directory";
import { appendEvents } from "@galka/postgres/stores/events";
import {
  type Lost,
  type Mark,
  setMark,
  settleRestoration,
} from "@galka/postgres/stores/installation";
import {
  releaseLease,
  renewLease,
  takeLease,
} from "@galka/postgres/stores/outgoing/channel-leases";
import type { Owned } from "@galka/postgres/stores/outgoing/claimed-sends";
import {
  type ChannelToSend,
  listChannelsToSend,
} from "@galka/postgres/stores/outgoing/sending-channels";
import {
  type DoubtedMessage,
  doubtUnfinished,
  endFormerEpochs,
} from "@galka/postgres/stores/outgoing/unfinished-sends";
import type { App } from "../../app.ts";
import { type Witness, forgetfulWitness } from "../../witness/witness.ts";
import { doubtAllCampaigns } from "../campaigns/doubt-campaigns.ts";

export type { ChannelToSend, Owned };

/** The numbers with anything unfinished, of all workspaces. */
export function findChannelsToSend(app: App): Promise<ChannelToSend[]> {
  return listChannelsToSend(app.db);
}

export type Taken = {
  readonly owned: Owned;
  /** The owner before did not let go: it may still be sending. */
  readonly fromSilent: boolean;
};

/**
 * Makes `owner` the one who sends for a number; null while somebody else is.
 *
 * What former owners left is ended in the same transaction: nothing that may be
 * out is ever sent a second time by whoever comes after them.
 */
export async function ownChannel(
  app: App,
  place: ChannelToSend,
  owner: string,
  leaseMs: number,
): Promise<Taken | null> {
  const { workspaceId } = place;
  const taken = await retrying(() =>
    inWorkspace(app.db, workspaceId, async (tx) => {
      const lease = await takeLease(tx, place, owner, leaseMs);
      if (!lease) return null;
      const owned = { ...place, lease: { owner: lease.owner, epoch: lease.epoch } };
      const now = app.clock.now();
      const doubted = await endFormerEpochs(tx, owned, now);
      await appendEvents(tx, workspaceId, now, doubted.map(changed));
      return { owned, fromSilent: lease.fromSilent, doubted };
    }),
  );
  if (taken && taken.doubted.length > 0) app.wake.tell("events", workspaceId);
  return taken;
}

/** False when the number is somebody else's by now. */
export function keepChannel(app: App, owned: Owned, leaseMs: number): Promise<boolean> {
  return inWorkspace(app.db, owned.workspaceId, (tx) =>
    renewLease(tx, owned, owned.lease, leaseMs),
  );
}

/** Lets a number go, with what was in hand and not begun. The next owner need not wait. */
export function leaveChannel(app: App, owned: Owned): Promise<void> {
  return inWorkspace(app.db, owned.workspaceId, (tx) => releaseLease(tx, owned, owned.lease));
}

/**
 * Doubts everything unfinished of every number after the database was restored
 * or failed over: that it was being sent may be what was lost. Answers whether
 * that was so; of several processes one does it.
 */
export async function doubtAfterRestoration(
  app: App,
  witness: Witness = forgetfulWitness(),
): Promise<boolean> {
  const now = app.clock.now();
  const touched = new Set<ChannelToSend["workspaceId"]>();
  const doubt = async (tx: Tx, lost: Lost): Promise<void> => {
    // The directory too: a number may have nothing left to do but what was proven unsent, and may be sent again.
    for (const place of [...(await listChannelsToSend(tx)), ...(await listDirectory(tx))]) {
      const { workspaceId } = place;
      await enterWorkspace(tx, workspaceId);
      const doubted = await doubtUnfinished(tx, place, now);
      await appendEvents(tx, workspaceId, now, doubted.map(changed));
      touched.add(workspaceId);
    }
    for (const { workspaceId } of await listCampaignPlaces(tx)) touched.add(workspaceId);
    for (const workspaceId of touched) {
      await enterWorkspace(tx, workspaceId);
      await doubtAllCampaigns(app, tx, workspaceId, lost);
    }
    await enterWorkspace(tx, null);
  };
  const isRestored = await settleRestoration(app.db, doubt, await witness.recall());
  for (const workspaceId of touched) app.wake.tell("events", workspaceId);
  return isRestored;
}

/** Sets a mark in the database and keeps it outside: what is sent from here on is not forgotten by an older copy. */
export async function markDatabase(app: App, witness: Witness): Promise<Mark | null> {
  const mark = await setMark(app.db);
  if (mark) await witness.keep(mark);
  return mark;
}

function changed({ id, conversationId }: DoubtedMessage) {
  return { kind: "message-changed", messageId: id, conversationId } as const;
}
