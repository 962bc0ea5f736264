import { paceRoom } from "@galka/core/campaigns/pace";
import { type Brake, holdsBack } from "@galka/core/health/brake";
import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import { inWorkspace } from "@galka/postgres/database";
import { retrying } from "@galka/postgres/retry";
import { listRunning } from "@galka/postgres/stores/campaigns/campaigns";
import { countWaiting, takeTurn } from "@galka/postgres/stores/campaigns/feed";
import { appendEvents } from "@galka/postgres/stores/events";
import { findSendingChannel } from "@galka/postgres/stores/outgoing/sending-channels";
import type { App } from "../../../app.ts";
import { type Fed, type FeedWish, NOTHING, feedCampaign } from "./feed-campaign.ts";
import { lookOnAfter, noteLook } from "./looks-behind.ts";

export type FeedPlace = { readonly workspaceId: WorkspaceId; readonly channelId: ChannelId };

/** People are moved in groups of at most this: a transaction of some tens of milliseconds. */
const GROUP = 400;
/** So much waits at the sender that it never runs dry between two rounds, and a pause empties it at once. */
const SECONDS_AHEAD = 2;
const LEAST_AHEAD = 128;
/** Of what may wait there: when as much has room, it is worth a round. */
const WORTH_FEEDING = 1 / 4;
/** Those that campaigns write into. */
const LANES = ["marketing", "utility"] as const;

/**
 * Feeds the sender of one number from all campaigns that are running on it, each
 * in a transaction of its own; answers how many people were settled.
 *
 * However many processes do so, one has the turn. What waits at the sender is
 * bounded, so an answer of a member is never behind a campaign, and memory does
 * not grow with the audience. Campaigns of one number share what room there is.
 */
export async function feedChannel(app: App, place: FeedPlace): Promise<number> {
  const { workspaceId, channelId } = place;
  const plan = await inWorkspace(app.db, workspaceId, async (tx) => {
    const channel = await findSendingChannel(tx, workspaceId, channelId);
    const running = await listRunning(tx, workspaceId, channelId);
    if (channel?.status !== "connected" || running.length === 0) return null;
    const ahead = Math.max(LEAST_AHEAD, channel.throughputPerSecond * SECONDS_AHEAD);
    const waiting = await Promise.all(
      lanesMoving(channel.brake).map((lane) =>
        countWaiting(tx, workspaceId, { channelId, lane }, ahead),
      ),
    );
    const worth = Math.min(GROUP, ahead * WORTH_FEEDING);
    return { running, worth, room: ahead - Math.max(0, ...waiting) };
  });
  if (plan === null || plan.room < plan.worth) return 0;
  const share = Math.ceil(plan.room / plan.running.length);
  let done = 0;
  for (const campaign of plan.running) {
    if (campaign.frozenAt === null || paceRoom(campaign, app.clock.now()) <= 0) continue;
    const { id } = campaign;
    const most = Math.min(GROUP, share);
    const fed = await feedOne(app, place, { id, most });
    done += fed.done;
    if (fed.isBlocked) done += await feedBehind(app, place, { id, most: most - fed.queued });
  }
  return done;
}

/**
 * Feeds from those who stand behind people that wait for a place of the tier:
 * who takes none is written to at once. Whoever waits keeps their place in the
 * order, which a restored database goes by, and is the first for whom there is a
 * place. Answers how many were settled, and not zero while others are to be
 * looked at.
 */
async function feedBehind(
  app: App,
  place: FeedPlace,
  { id, most }: { readonly id: string; readonly most: number },
): Promise<number> {
  const now = app.clock.now();
  const behind = lookOnAfter(app, id, now);
  const { done, looked } = await feedOne(app, place, { id, most, behind });
  if (looked) noteLook(app, id, now, looked.last);
  return done + (looked?.last ? 1 : 0);
}

async function feedOne(
  app: App,
  { workspaceId, channelId }: FeedPlace,
  wish: FeedWish,
): Promise<Fed> {
  const fed = await retrying(() =>
    inWorkspace(app.db, workspaceId, async (tx) => {
      const now = app.clock.now();
      if (!(await takeTurn(tx, workspaceId, channelId))) return NOTHING;
      const result = await feedCampaign({ app, tx, workspaceId, now }, wish);
      await appendEvents(tx, workspaceId, now, result.events);
      return result;
    }),
  );
  if (fed.queued > 0) app.wake.tell("sends", channelId);
  if (fed.events.length > 0) app.wake.tell("events", workspaceId);
  return fed;
}

/**
 * What waits behind a brake takes no room from the rest; and whoever it is put
 * before is looked at, so that they are held and say why.
 */
function lanesMoving(brake: Brake): readonly (typeof LANES)[number][] {
  return LANES.filter((lane) => !holdsBack(brake, [lane]));
}
