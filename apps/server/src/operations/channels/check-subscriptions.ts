import { inWorkspace } from "@galka/postgres/database";
import { listDirectory } from "@galka/postgres/stores/channel-directory";
import { noteSubscription } from "@galka/postgres/stores/receiving/reception";
import type { App } from "../../app.ts";
import { type NumberPlace, openNumber } from "./open-number.ts";

/**
 * Asks every channel whether it would still tell us what happens.
 *
 * Silence looks like a quiet day. A subscription that somebody took away is
 * noticed here within minutes, and told in the log; when it was last seen stands
 * with the channel, and how long it was away is kept: of what happened meanwhile
 * silence proves nothing. A channel that cannot be asked is passed over.
 */
export async function checkSubscriptions(app: App, signal: AbortSignal): Promise<void> {
  for (const place of await listDirectory(app.db)) {
    if (signal.aborted) return;
    await checkSubscription(app, place);
  }
}

async function checkSubscription(app: App, place: NumberPlace): Promise<void> {
  const { workspaceId, channelId } = place;
  try {
    const access = await openNumber(app, place);
    if (!access) return;
    const isSubscribed = await app.gateways("whatsapp").isSubscribed(access);
    if (!isSubscribed) {
      app.log.error(
        { channelId },
        "The channel's webhooks are not subscribed: nothing will be heard",
      );
    }
    const now = app.clock.now();
    await inWorkspace(app.db, workspaceId, (tx) =>
      noteSubscription(tx, workspaceId, channelId, { isSubscribed, now }),
    );
  } catch (error) {
    app.log.warn({ channelId, error }, "A subscription could not be checked");
  }
}
